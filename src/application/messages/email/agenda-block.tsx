import { Column, Row, Section, Text } from "@react-email/components";
import type { EmailContent } from "@/domain/messages/email-content";
import { FONT, LIGHT } from "./email-theme";

const text = { fontFamily: FONT, margin: 0, color: LIGHT.ink } as const;

/** A day at one glance: each visit's time, and beside it who comes. */
export function AgendaBlock({ agenda }: { agenda: NonNullable<EmailContent["agenda"]> }) {
  return (
    <Section className="well" style={{ backgroundColor: LIGHT.well, border: `1px solid ${LIGHT.line}`, borderRadius: 10, padding: "6px 20px" }}>
      {agenda.map(({ from, until, name, note }, index) => (
        <Row key={`${from} ${index}`} className="line" style={index === 0 ? {} : { borderTop: `1px solid ${LIGHT.line}` }}>
          <Column width={96} style={{ width: 96, padding: "12px 0", verticalAlign: "top" }}>
            <Text className="ink" style={{ ...text, fontSize: 20, lineHeight: "24px", fontWeight: 600, letterSpacing: "-0.02em", fontVariantNumeric: "tabular-nums" }}>{from}</Text>
            <Text className="muted" style={{ ...text, color: LIGHT.muted, fontSize: 13, lineHeight: "18px", fontVariantNumeric: "tabular-nums" }}>– {until}</Text>
          </Column>
          <Column style={{ padding: "12px 0", verticalAlign: "top" }}>
            <Text className="ink" style={{ ...text, fontSize: 15, lineHeight: "24px" }}>{name}</Text>
            <Text className="muted" style={{ ...text, color: LIGHT.muted, fontSize: 13, lineHeight: "18px" }}>{note}</Text>
          </Column>
        </Row>
      ))}
    </Section>
  );
}
