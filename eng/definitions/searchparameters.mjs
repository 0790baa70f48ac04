// Search parameters by base type, each with the part of its expression that concerns this base.

const OFFICIAL = 'http://hl7.org/fhir/SearchParameter/';

// Splits a FHIRPath union at the top level: not within parentheses or quotes.
export const splitUnion = expression => {
  const parts = [];
  let depth = 0, quoted = false, start = 0;
  [...expression].forEach((character, index) => {
    if (character === "'") quoted = !quoted;
    else if (quoted) return;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) {
      parts.push(expression.slice(start, index));
      start = index + 1;
    }
  });
  return [...parts, expression.slice(start)].map(part => part.trim());
};

const NOTHING = Symbol('no part of the expression concerns this base');

// Keeps the parts that start at the base type or, for the few that start at no type, those relative to it.
const narrow = (expression, base) => {
  if (!expression) return undefined;
  const parts = splitUnion(expression);
  const startingAt = pattern => parts.filter(part => pattern.test(part));
  const own = startingAt(new RegExp(`^\\(*${base}\\b`));
  const chosen = own.length ? own : startingAt(/^\(*[a-z]/);
  return chosen.length ? chosen.join(' | ') : NOTHING;
};

// R5 5.0.0 names components that it does not define; their types follow from the elements that their expressions select.
const UNDEFINED_COMPONENTS = {
  'DeviceDefinition-version': 'string', 'Encounter-period': 'date', 'Ingredient-numerator': 'quantity', 'Ingredient-denominator': 'quantity',
  'Observation-value-string': 'string', 'ResearchStudy-state': 'token', 'ResearchStudy-actual': 'token', 'ResearchStudy-period': 'date',
  'TestScript-artifact': 'reference', 'TestScript-conformance': 'token', 'TestScript-phase': 'token',
};

const component = ({ definition, expression }, byUrl) => {
  const known = byUrl.get(definition);
  const name = definition.slice(OFFICIAL.length);
  const type = known?.type ?? UNDEFINED_COMPONENTS[name];
  if (!type) throw new Error(`component ${definition} is not defined: add its type to UNDEFINED_COMPONENTS`);
  return { n: known?.code ?? name.slice(name.indexOf('-') + 1), t: type, e: expression };
};

const describe = (parameter, base, byUrl) => ({
  n: parameter.code,
  u: parameter.url.slice(OFFICIAL.length),
  t: parameter.type,
  e: narrow(parameter.expression, base),
  r: parameter.target?.length ? parameter.target : undefined,
  o: parameter.multipleOr === false ? 0 : undefined,
  a: parameter.multipleAnd === false ? 0 : undefined,
  c: parameter.component?.map(c => component(c, byUrl)),
});

export const searchParametersByBase = parameters => {
  const byUrl = new Map(parameters.map(p => [p.url, p]));
  const table = {};
  for (const parameter of parameters.filter(p => p.url.startsWith(OFFICIAL) && !p.id.startsWith('example'))) {
    for (const base of parameter.base ?? []) add(table[base] ??= [], describe(parameter, base, byUrl));
  }
  return table;
};

// The package defines Resource's _filter twice (the first one counts), and lists bases that have no such element.
const add = (list, entry) => {
  if (entry.e === NOTHING) console.warn(`left out: search parameter ${entry.u} has no expression for one of its bases`);
  else if (!list.some(known => known.n === entry.n)) list.push(entry);
};
