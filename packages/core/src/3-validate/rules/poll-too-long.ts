import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { keySpanOf, spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { exact } from "../exact.ts";
import { rule } from "../rule.ts";

/** Kafka's own `max.poll.records` and `max.poll.interval.ms` (Apache Kafka, consumer configuration). */
const kafka = { records: 500, interval: 300_000_000 };

/**
 * A Kafka consumer should be done with what it got before it is taken for dead: n · handling <= max_poll_interval, n the
 * messages that it gets at once.
 * T16 of docs/rules.md.
 */
export const pollTooLong = rule("poll-too-long", "message_queue", ({ provider, consumer }) => {
  if (provider !== "kafka" || !consumer) return;
  const { handling, maxPollRecords: records = kafka.records, maxPollInterval: interval = kafka.interval } = consumer;
  const span = spanOf(consumer, "maxPollRecords");
  if (handling === undefined) {
    const each = Math.floor(interval / records);
    const fact = `\`consumer: { handling: "${sourceDuration(each)}" }\``;
    return conditional("poll-too-long", `\`consumer.handling\` <= ${printDuration(each)}`, fact, keySpanOf(consumer));
  }
  const worst = records * handling;
  if (worst <= interval) return;
  const fits = Number(exact(interval).div(handling).floor());
  const params = { records, handling: printDuration(handling), worst: printDuration(worst), fits };
  return timeProblems
    .pollTooLong({ ...params, interval: printDuration(interval), enough: sourceDuration(worst) })
    .at(span, { help: fits >= 1 ? "fewer" : "only" });
});
