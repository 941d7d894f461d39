/** Whether a navigation item leads to the current page or to one above it. */
export function isCurrentPath(currentPath: string, href: string): boolean {
  const path = href.split(/[?#]/)[0] ?? href;
  return currentPath === path || (path !== "/" && currentPath.startsWith(`${path}/`));
}
