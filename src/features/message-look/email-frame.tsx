"use client";

import { useEffect, useRef, useState } from "react";

const FIRST_HEIGHT = 640;

/** An e-mail as a mail program draws it, as high as it is. Nothing in it can run, navigate or read the page around it. */
export function EmailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    const body = frame.current?.contentDocument?.body;
    if (!body) return;
    const observer = new ResizeObserver(() => setHeight(Math.ceil(body.getBoundingClientRect().height)));
    observer.observe(body);
    return () => observer.disconnect();
  }, [loads]);
  // Without scripts inside, the same origin gives the e-mail nothing; it lets us read how high it is.
  return <iframe ref={frame} title={title} sandbox="allow-same-origin" srcDoc={html} onLoad={() => setLoads((count) => count + 1)} style={{ height }} className="block w-full" />;
}
