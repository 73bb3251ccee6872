// From figures to docs/performance.md: the goals with what was measured, and the tables. What stands
// outside of the marked part of the document is written by hand and kept.

import { readFileSync, writeFileSync } from 'node:fs';
import { idsOf, isOurs } from './contenders.mjs';
import { median, medianRatio } from './statistics.mjs';

const begin = '<!-- written by npm run bench: begin -->';
const end = '<!-- written by npm run bench: end -->';

/** Returns each goal, what was measured, and whether that reaches it. */
export function goalsOf({ warm, cold, scale, check }) {
  const times = (peer, ours) => medianRatio(warm[peer].processorMs, warm[ours].processorMs);
  const peers = idsOf('docx').filter((id) => !isOurs(id));
  const nearest = peers.sort((a, b) => times(a, 'docx:agreement') - times(b, 'docx:agreement'))[0];
  const goal = (says, measured, reached) => ({ says, measured, reached });
  const least = (says, ratio, wanted) => goal(says, `${ratio.toFixed(2)} times`, ratio >= wanted);
  return [
    least(
      `DOCX: at least 2 times the fastest peer (${nearest.slice(5)})`,
      times(nearest, 'docx:agreement'),
      2,
    ),
    least('PDF, tagged: at least 5 times pdfmake', times('pdf:pdfmake', 'pdf:agreement'), 5),
    least('PDF, tagged: at least 3 times typst', times('pdf:typst', 'pdf:agreement'), 3),
    goal(
      'Two workers: at least 90 % of what two processes of one worker reach together',
      `${(scale.ratio * 100).toFixed(0)} %`,
      scale.ratio >= 0.9,
    ),
    least(
      'Cold `build` to both formats: at least 2 times faster than a plain script with docx and pdfkit',
      medianRatio(cold.plain, cold.both),
      2,
    ),
    goal(
      'Warm check: at most 1.6 times `parseDocument` and `toJS`',
      `${check.warm.ratio.toFixed(2)} times`,
      check.warm.ratio <= 1.6,
    ),
    goal(
      'Cold `check`: at most 150 ms over `node -e 0`',
      `${check.cold.fastest.toFixed(0)} ms (median ${check.cold.middle.toFixed(0)})`,
      check.cold.fastest <= 150,
    ),
  ];
}

/** Writes goals and tables into the document. */
export function writeReport(file, results, sizes, { node, says, load }) {
  const document = readFileSync(file, 'utf8');
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} has no marked part to write into.`);
  const parts = [
    begin,
    `Measured with Node ${node} on ${says}; load of the machine ${load}.`,
    table(
      ['goal', 'measured', ''],
      goalsOf(results).map((each) => [
        each.says,
        each.measured,
        each.reached ? 'reached' : '**not reached**',
      ]),
    ),
    ...['docx', 'pdf'].flatMap((format) => [
      `### ${format.toUpperCase()}`,
      contendersTable(format, results, sizes),
    ]),
    '### Both formats',
    bothTable(results, sizes),
    end,
  ];
  writeFileSync(file, before + parts.join('\n\n') + after);
}

const whole = (figure) => (figure === undefined ? '' : figure.toFixed(0));
const rate = (figure) => figure.toFixed(figure < 20 ? 1 : 0);

function contendersTable(format, { equal, warm, cold, batch }, sizes) {
  const ours = warm[`${format}:agreement`];
  return table(
    [
      'program',
      'version',
      'documents a second, warm, one thread',
      'by the clock',
      'times slower than the first row',
      'one document, cold, ms',
      `${sizes.batch.count} on two workers, s`,
      'of processors, s',
      'peak memory of that, MiB',
      'peak memory, warm process, MiB',
      'bytes',
    ],
    idsOf(format).map((id) => {
      const fromText = id.endsWith(':yaml');
      const whenCold = id.endsWith(':agreement')
        ? undefined
        : cold[fromText ? `${format}:cli` : id];
      const whenMany = id.endsWith(':agreement')
        ? undefined
        : batch[fromText ? `${format}:batch` : id];
      return [
        equal[id].name,
        equal[id].version,
        rate(warm[id].perSecond),
        rate(warm[id].perClockSecond),
        medianRatio(warm[id].processorMs, ours.processorMs).toFixed(2),
        whole(whenCold && median(whenCold)),
        whenMany?.clock.toFixed(1) ?? '',
        whenMany?.processor?.toFixed(1) ?? '',
        whole(whenMany?.peakMiB),
        whole(warm[id].peakMiB),
        String(equal[id].bytes),
      ];
    }),
  );
}

function bothTable({ cold, batch, scale }, sizes) {
  const { clock, processor, peakMiB } = batch['both:batch'];
  const spent = processor === undefined ? '' : `, ${processor.toFixed(1)} s of processors`;
  return table(
    ['what', 'measured'],
    [
      ['`node -e 0`', `${whole(median(cold.node))} ms`],
      [
        'cold `pactwright build` of one agreement to DOCX and PDF',
        `${whole(median(cold.both))} ms`,
      ],
      [
        'a plain script with docx and pdfkit that makes the same',
        `${whole(median(cold.plain))} ms`,
      ],
      [
        `\`pactwright batch\`, ${sizes.batch.count} agreements to DOCX and PDF, two workers`,
        `${clock.toFixed(1)} s${spent}, ${whole(peakMiB)} MiB at most`,
      ],
      [
        `two workers, ${sizes.scale.count} agreements to both formats`,
        `${rate(median(scale.together))} agreements a second`,
      ],
      [
        'two processes of one worker with half of them each',
        `${rate(median(scale.alone))} agreements a second`,
      ],
    ],
  );
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
