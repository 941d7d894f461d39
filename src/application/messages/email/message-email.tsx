import { Body, Button, Container, Head, Heading, Html, Img, Link, Preview, Section, Text } from "@react-email/components";
import type { Brand } from "@/domain/messages/brand";
import type { EmailContent } from "@/domain/messages/email-content";
import { AgendaBlock } from "./agenda-block";
import { DateBlock } from "./date-block";
import { FONT, mailTheme, type MailColours } from "./email-theme";

const paragraphIn = (colours: MailColours) => ({ fontFamily: FONT, fontSize: 15, lineHeight: "23px", color: colours.ink, margin: "0 0 12px" }) as const;
const smallIn = (colours: MailColours) => ({ fontFamily: FONT, fontSize: 13, lineHeight: "20px", color: colours.muted, margin: 0 }) as const;

/** Every e-mail we send: one 560-pixel column, the date first, one button, in the look of its sender. */
export function MessageEmail({ content, brand }: { content: EmailContent; brand: Brand }) {
  const { when, where, button, link, footer } = content;
  const { light, styles } = mailTheme(brand);
  const paragraph = paragraphIn(light);
  const small = smallIn(light);
  return (
    <Html lang={content.language}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </Head>
      <Preview>{content.preheader}</Preview>
      <Body style={{ backgroundColor: light.page, margin: 0, padding: 0 }}>
        <Section className="page" style={{ backgroundColor: light.page, padding: "32px 12px" }}>
          <Container style={{ maxWidth: 560, width: "100%", margin: "0 auto" }}>
            <Section className="card" style={{ backgroundColor: light.card, border: `1px solid ${light.line}`, borderRadius: 14 }}>
              <Section className="inner" style={{ padding: "28px 32px 32px" }}>
                <Sender name={footer.name} brand={brand} colours={light} />
                <Heading as="h1" className="ink" style={{ fontFamily: FONT, fontSize: 24, lineHeight: "30px", fontWeight: 600, letterSpacing: "-0.02em", color: light.ink, margin: "0 0 14px" }}>
                  {content.heading}
                </Heading>
                <Text className="ink" style={paragraph}>{content.greeting}</Text>
                {content.lines.map((line) => (
                  <Text key={line} className="ink" style={paragraph}>{line}</Text>
                ))}
                {when && <Section style={{ padding: "8px 0 20px" }}><DateBlock when={when} where={where} colours={light} /></Section>}
                {content.agenda !== undefined && content.agenda.length > 0 && <Section style={{ padding: "8px 0 20px" }}><AgendaBlock agenda={content.agenda} colours={light} /></Section>}
                {button && (
                  <Button className="button" href={button.url} style={{ marginTop: when ? 0 : 8, fontFamily: FONT, backgroundColor: light.primary, color: light.onPrimary, borderRadius: 10, fontSize: 15, lineHeight: "20px", fontWeight: 600, padding: "13px 22px", textDecoration: "none" }}>
                    {button.label}
                  </Button>
                )}
                {content.how.map((line) => (
                  <Text key={line} className="muted" style={{ ...small, fontSize: 14, marginTop: 16 }}>{line}</Text>
                ))}
                {link && (
                  <Text className="muted" style={{ ...small, fontSize: 14, marginTop: 4 }}>
                    <Link className="accent" href={link.url} style={{ color: light.primary, textDecoration: "underline" }}>{link.label}</Link>
                  </Text>
                )}
                {content.closing && <Text className="ink" style={{ ...paragraph, margin: "18px 0 0" }}>{content.closing}</Text>}
              </Section>
            </Section>
            <Section className="inner" style={{ padding: "20px 32px 0" }}>
              <Text className="ink" style={{ ...small, color: light.ink, fontWeight: 600 }}>{footer.name}</Text>
              {footer.lines.map((line) => (
                <Text key={line} className="muted" style={small}>{line}</Text>
              ))}
              {content.wishes && (
                <Text className="muted" style={{ ...small, marginTop: 10 }}>
                  <Link className="muted" href={content.wishes.url} style={{ color: light.muted, textDecoration: "underline" }}>{content.wishes.label}</Link>
                </Text>
              )}
            </Section>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

/** A clinic's picture; without one the mark, drawn with text because mail programs drop SVG, and the clinic's name. */
function Sender({ name, brand: { logo }, colours }: { name: string; brand: Brand; colours: MailColours }) {
  if (logo !== null) {
    return (
      <Text style={{ margin: "0 0 22px" }}>
        <Img className="logo" src={logo.url} alt={name} width={logo.width} height={logo.height} style={{ display: "inline-block" }} />
      </Text>
    );
  }
  return (
    <Text className="muted" style={{ ...smallIn(colours), fontSize: 14, margin: "0 0 22px" }}>
      <span className="mark" style={{ display: "inline-block", backgroundColor: colours.primary, color: colours.onPrimary, borderRadius: 6, width: 22, height: 22, lineHeight: "22px", fontSize: 13, fontWeight: 700, textAlign: "center", marginRight: 10 }}>✓</span>
      {name}
    </Text>
  );
}
