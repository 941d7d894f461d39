import { Column, Row, Section, Text } from "@react-email/components";
import type { EmailContent } from "@/domain/messages/email-content";
import { FONT, LIGHT } from "./email-theme";

const text = { fontFamily: FONT, margin: 0, color: LIGHT.ink } as const;

/** The appointment at one glance: a calendar leaf and, beside it, the time with its zone in words. */
export function DateBlock({ when, where }: { when: NonNullable<EmailContent["when"]>; where: EmailContent["where"] }) {
  const isOff = when.isOff;
  return (
    <Section className="well" style={{ backgroundColor: LIGHT.well, border: `1px solid ${LIGHT.line}`, borderRadius: 10, padding: "20px 20px" }}>
      <Row>
        <Column className="leaf" width={84} style={{ width: 84, backgroundColor: LIGHT.leaf, borderRadius: 10, textAlign: "center", padding: "12px 0", verticalAlign: "middle" }}>
          <Text className={isOff ? "off" : "accent"} style={{ ...text, color: isOff ? LIGHT.off : LIGHT.primary, fontSize: 13, lineHeight: "16px", fontWeight: 600 }}>{when.weekdayShort}</Text>
          <Text className="ink" style={{ ...text, fontSize: 34, lineHeight: "40px", fontWeight: 600, letterSpacing: "-0.02em" }}>{when.day}</Text>
          <Text className="muted" style={{ ...text, color: LIGHT.muted, fontSize: 13, lineHeight: "16px" }}>{when.monthShort}</Text>
        </Column>
        <Column style={{ paddingLeft: 20, verticalAlign: "middle" }}>
          <Text className={isOff ? "muted time" : "ink time"} style={{ ...text, color: isOff ? LIGHT.muted : LIGHT.ink, fontSize: 30, lineHeight: "36px", fontWeight: 600, letterSpacing: "-0.02em", fontVariantNumeric: "tabular-nums", textDecoration: isOff ? "line-through" : "none" }}>
            {when.time}
            <span className="muted" style={{ color: LIGHT.muted, fontWeight: 400 }}> – {when.until}</span>
          </Text>
          <Text className="ink" style={{ ...text, fontSize: 15, lineHeight: "22px" }}>{when.date}, {when.zone}</Text>
          {when.notes.map((note) => (
            <Text key={note} className="muted" style={{ ...text, color: LIGHT.muted, fontSize: 14, lineHeight: "20px" }}>{note}</Text>
          ))}
        </Column>
      </Row>
      {where && <Place where={where} />}
    </Section>
  );
}

function Place({ where }: { where: NonNullable<EmailContent["where"]> }) {
  const { url } = where;
  return (
    <Section className="line" style={{ borderTop: `1px solid ${LIGHT.line}`, marginTop: 18, paddingTop: 16 }}>
      <Text className="muted" style={{ ...text, color: LIGHT.muted, fontSize: 13, lineHeight: "18px", paddingBottom: 2 }}>{where.label}</Text>
      {where.lines.map((line) => (
        <Text key={line} className="ink" style={{ ...text, fontSize: 15, lineHeight: "22px" }}>
          {url === null ? line : <a className="accent" href={url} style={{ color: LIGHT.primary, textDecoration: "underline" }}>{line}</a>}
        </Text>
      ))}
    </Section>
  );
}
