// The type of an agreement, for the programs of others: written out from the plan of the format, so
// that the declarations in dist/ need no library. The source derives it from the zod schema.

/** Returns the declaration of `Agreement`, with what each key is for, from the plan as data. */
export function agreementDeclaration(plan) {
  return `/** An agreement as validated: the shape of the spec, bare texts and single items normalised. */
export interface Agreement ${typeOf(plan, '')}
`;
}

function typeOf(plan, indent) {
  if ('leaf' in plan) return plan.leaf === 'amount' ? 'number' : 'string';
  if ('version' in plan) return String(plan.version);
  if ('flag' in plan) return 'boolean';
  if ('options' in plan) return plan.options.map((each) => `'${each}'`).join(' | ');
  if ('list' in plan) return `readonly (${typeOf(plan.list, indent)})[]`;
  if ('record' in plan) return `{ readonly [partner: string]: ${typeOf(plan.record, indent)} }`;
  const inner = `${indent}  `;
  const fields = Object.entries(plan.fields).map(([name, field]) => {
    const { description } = field.meta ?? {};
    const mark = plan.required?.includes(name) ? '' : '?';
    const note = description ? `${inner}/** ${description} */\n` : '';
    return `${note}${inner}readonly ${name}${mark}: ${typeOf(field, inner)};\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}
