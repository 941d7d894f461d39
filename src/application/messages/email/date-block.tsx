import { Column, Row, Section, Text } from "@react-email/components";
import type { EmailContent } from "@/domain/messages/email-content";
import { FONT, type MailColours } from "./email-theme";

const textIn = (colours: MailColours) => ({ fontFamily: FONT, margin: 0, color: colours.ink }) as const;

/** The appointment at one glance: a calendar leaf and, beside it, the time with its zone in words. */
export function DateBlock({ when, where, colours }: { when: NonNullable<EmailContent["when"]>; where: EmailContent["where"]; colours: MailColours }) {
  const text = textIn(colours);
  const isOff = when.isOff;
  return (
    <Section className="well" style={{ backgroundColor: colours.well, border: `1px solid ${colours.line}`, borderRadius: 10, padding: "20px 20px" }}>
      <Row>
        <Column width={84} style={{ width: 84, verticalAlign: "middle" }}>
          <Section className="leaf" style={{ backgroundColor: colours.leaf, borderRadius: 10, textAlign: "center", padding: "12px 0" }}>
            <Text className={isOff ? "off" : "accent"} style={{ ...text, color: isOff ? colours.off : colours.primary, fontSize: 13, lineHeight: "16px", fontWeight: 600 }}>{when.weekdayShort}</Text>
            <Text className="ink" style={{ ...text, fontSize: 34, lineHeight: "40px", fontWeight: 600, letterSpacing: "-0.02em" }}>{when.day}</Text>
            <Text className="muted" style={{ ...text, color: colours.muted, fontSize: 13, lineHeight: "16px" }}>{when.monthShort}</Text>
          </Section>
        </Column>
        <Column className="beside" style={{ paddingLeft: 20, verticalAlign: "middle" }}>
          <Text className={isOff ? "muted time" : "ink time"} style={{ ...text, color: isOff ? colours.muted : colours.ink, fontSize: 30, lineHeight: "36px", fontWeight: 600, letterSpacing: "-0.02em", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap", textDecoration: isOff ? "line-through" : "none" }}>
            {when.time}
            <span className="muted" style={{ color: colours.muted, fontWeight: 400 }}> – {when.until}</span>
          </Text>
          <Text className="ink" style={{ ...text, fontSize: 15, lineHeight: "22px" }}>{when.date}, {when.zone}</Text>
          {when.notes.map((note) => (
            <Text key={note} className="muted" style={{ ...text, color: colours.muted, fontSize: 14, lineHeight: "20px" }}>{note}</Text>
          ))}
        </Column>
      </Row>
      {where && <Place where={where} colours={colours} />}
    </Section>
  );
}

function Place({ where, colours }: { where: NonNullable<EmailContent["where"]>; colours: MailColours }) {
  const text = textIn(colours);
  const { url } = where;
  return (
    <Section className="line" style={{ borderTop: `1px solid ${colours.line}`, marginTop: 18, paddingTop: 16 }}>
      <Text className="muted" style={{ ...text, color: colours.muted, fontSize: 13, lineHeight: "18px", paddingBottom: 2 }}>{where.label}</Text>
      {where.lines.map((line) => (
        <Text key={line} className="ink" style={{ ...text, fontSize: 15, lineHeight: "22px" }}>
          {url === null ? line : <a className="accent" href={url} style={{ color: colours.primary, textDecoration: "underline" }}>{line}</a>}
        </Text>
      ))}
    </Section>
  );
}
