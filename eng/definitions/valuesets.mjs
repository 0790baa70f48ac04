// Expands a value set to { system: [codes] } where every part can be enumerated; otherwise undefined.

const PARENT_PROPERTIES = ['parent', 'subsumedBy'];

const flatten = (concepts, parents = []) => (concepts ?? []).flatMap(concept => {
  const named = (concept.property ?? []).filter(p => PARENT_PROPERTIES.includes(p.code)).map(p => p.valueCode);
  const all = [...parents, ...named];
  return [{ code: concept.code, parents: all, abstract: isAbstract(concept) }, ...flatten(concept.concept, [concept.code])];
});

const isAbstract = concept => (concept.property ?? [])
  .some(p => ['notSelectable', 'abstract'].includes(p.code) && (p.valueBoolean === true || p.valueCode === 'true'));

const descendants = (concepts, root) => {
  const found = new Set([root]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const concept of concepts) if (concept.parents.some(p => found.has(p))) found.add(concept.code);
  }
  return found;
};

const applyFilter = (concepts, filter) => {
  if (filter.property !== 'concept') return undefined;
  const within = descendants(concepts, filter.value);
  if (filter.op === 'is-a') return concepts.filter(c => within.has(c.code));
  if (filter.op === 'descendent-of') return concepts.filter(c => within.has(c.code) && c.code !== filter.value);
  if (filter.op === 'is-not-a') return concepts.filter(c => !within.has(c.code));
  return undefined;
};

const systemCodes = (part, { codeSystems }) => {
  if (part.concept) return part.concept.map(c => c.code);
  const system = codeSystems.get(part.system.split('|')[0]);
  if (system?.content !== 'complete' || !system.concept) return undefined;
  let concepts = flatten(system.concept);
  for (const filter of part.filter ?? []) concepts = concepts && applyFilter(concepts, filter);
  return concepts?.map(c => c.code);
};

const union = (into, from) => {
  for (const [system, codes] of Object.entries(from)) into[system] = [...new Set([...(into[system] ?? []), ...codes])];
  return into;
};

// Several value sets in one part mean their intersection; a system in the same part narrows it again.
const expandPart = (part, terminology) => {
  let result = part.system ? systemCodes(part, terminology) : undefined;
  if (part.system && !result) return undefined;
  result = result && { [part.system]: result };
  for (const url of part.valueSet ?? []) {
    const other = expandValueSet(url, terminology);
    if (!other) return undefined;
    result = result ? Object.fromEntries(Object.entries(result).map(([s, c]) => [s, c.filter(x => other[s]?.includes(x))])) : other;
  }
  return result;
};

export const expandValueSet = (url, terminology) => {
  const compose = terminology.valueSets.get(url.split('|')[0])?.compose;
  if (!compose?.include) return undefined;
  const result = {};
  for (const part of compose.include) {
    const expanded = expandPart(part, terminology);
    if (!expanded) return undefined;
    union(result, expanded);
  }
  for (const part of compose.exclude ?? []) {
    const removed = expandPart(part, terminology);
    if (!removed) return undefined;
    for (const [system, codes] of Object.entries(removed)) result[system] = result[system]?.filter(c => !codes.includes(c)) ?? [];
  }
  return result;
};
