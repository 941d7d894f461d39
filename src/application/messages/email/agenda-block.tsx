import { Column, Row, Section, Text } from "@react-email/components";
import type { EmailContent } from "@/domain/messages/email-content";
import { FONT, type MailColours } from "./email-theme";

/** A day at one glance: each visit's time, and beside it who comes. */
export function AgendaBlock({ agenda, colours }: { agenda: NonNullable<EmailContent["agenda"]>; colours: MailColours }) {
  const text = { fontFamily: FONT, margin: 0, color: colours.ink } as const;
  return (
    <Section className="well" style={{ backgroundColor: colours.well, border: `1px solid ${colours.line}`, borderRadius: 10, padding: "6px 20px" }}>
      {agenda.map(({ from, until, name, note }, index) => (
        <Row key={`${from} ${index}`} className="line" style={index === 0 ? {} : { borderTop: `1px solid ${colours.line}` }}>
          <Column width={96} style={{ width: 96, padding: "12px 0", verticalAlign: "top" }}>
            <Text className="ink" style={{ ...text, fontSize: 20, lineHeight: "24px", fontWeight: 600, letterSpacing: "-0.02em", fontVariantNumeric: "tabular-nums" }}>{from}</Text>
            <Text className="muted" style={{ ...text, color: colours.muted, fontSize: 13, lineHeight: "18px", fontVariantNumeric: "tabular-nums" }}>– {until}</Text>
          </Column>
          <Column style={{ padding: "12px 0", verticalAlign: "top" }}>
            <Text className="ink" style={{ ...text, fontSize: 15, lineHeight: "24px" }}>{name}</Text>
            <Text className="muted" style={{ ...text, color: colours.muted, fontSize: 13, lineHeight: "18px" }}>{note}</Text>
          </Column>
        </Row>
      ))}
    </Section>
  );
}
