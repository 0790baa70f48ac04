// Reads the official FHIR R5 package and writes the compact table that the R5 assembly embeds.
// Usage: node generate.mjs CORE_FOLDER TERMINOLOGY_FOLDER OUTPUT_FILE     (see README.md)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expandValueSet } from './valuesets.mjs';
import { searchParametersByBase } from './searchparameters.mjs';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const FORMAT_VERSION = 1;
const [folder, terminologyFolder, output] = process.argv.slice(2);
if (!output) {
  console.error('usage: node generate.mjs CORE_FOLDER TERMINOLOGY_FOLDER OUTPUT_FILE');
  process.exit(2);
}

const load = (prefix, from = folder) => readdirSync(from)
  .filter(file => file.startsWith(prefix + '-') && file.endsWith('.json'))
  .sort()
  .map(file => JSON.parse(readFileSync(join(from, file), 'utf8')));

const local = url => url?.startsWith(CORE) ? url.slice(CORE.length) : url;
const extension = (node, name) => node.extension?.find(e => e.url === CORE + name);
const clean = object => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
const nonEmpty = list => list?.length ? list : undefined;

// FHIRPath system types stand for a FHIR primitive that an extension names.
const typeCode = type => type.code.startsWith('http://hl7.org/fhirpath/')
  ? extension(type, 'structuredefinition-fhir-type')?.valueUrl ?? 'string'
  : type.code;

// Element.id and Extension.url are plain strings in JSON: they take no id or extension of their own.
const isSystemString = element => element.type?.[0].code.startsWith('http://hl7.org/fhirpath/') ?? false;

const typeOf = type => {
  const targets = nonEmpty(type.targetProfile?.map(local));
  const profiles = nonEmpty(type.profile?.map(local));
  return targets || profiles ? clean({ c: typeCode(type), r: targets, p: profiles }) : typeCode(type);
};

// A constraint is repeated wherever its type is used; it is kept once, with the type that defines it.
const invariants = (element, owner) => nonEmpty(element.constraint
  ?.filter(rule => local(rule.source) === owner || rule.source === undefined)
  .map(rule => clean({ k: rule.key, w: rule.severity === 'warning' ? 1 : undefined, e: rule.expression, h: rule.human })));

const bindings = new Set();
const binding = element => {
  const { strength, valueSet } = element.binding ?? {};
  if (!valueSet) return undefined;
  const url = valueSet.split('|')[0];
  if (strength === 'required') bindings.add(url);
  return { s: strength, v: url };
};

const describe = (element, owner) => clean({
  n: element.path.slice(element.path.lastIndexOf('.') + 1),
  min: element.min || undefined,
  max: element.max === '1' ? undefined : element.max,
  t: nonEmpty(element.type?.map(typeOf)),
  ref: element.contentReference?.slice(element.contentReference.indexOf('#') + 1),
  b: binding(element),
  i: invariants(element, owner),
  f: ((element.isSummary ? 1 : 0) + (element.isModifier ? 2 : 0) + (isSystemString(element) ? 4 : 0)) || undefined,
});

// Only what the type itself adds: inherited elements come from its base, those of a backbone from BackboneElement.
const isOwn = (element, name) => (element.base?.path ?? element.path).startsWith(name + '.');

const children = (structure, parentPath) => nonEmpty(structure.snapshot.element
  .filter(e => e.path.startsWith(parentPath + '.') && !e.path.slice(parentPath.length + 1).includes('.') && isOwn(e, structure.type))
  .map(e => clean({ ...describe(e, structure.type), c: children(structure, e.path) })));

const typeEntry = structure => {
  const value = structure.snapshot.element.find(e => e.path === structure.type + '.value');
  const primitive = structure.kind === 'primitive-type';
  const regex = primitive ? value?.type?.map(t => extension(t, 'regex')?.valueString).find(Boolean) : undefined;
  return clean({
    n: structure.type,
    b: local(structure.baseDefinition),
    k: structure.kind,
    a: structure.abstract || undefined,
    x: regex,
    i: invariants(structure.snapshot.element[0], structure.type),
    c: primitive ? undefined : children(structure, structure.type),
  });
};

const types = load('StructureDefinition')
  .filter(s => s.derivation !== 'constraint' && s.kind !== 'logical')
  .map(typeEntry)
  .sort((a, b) => a.n < b.n ? -1 : 1);

const terminology = {
  valueSets: new Map(load('ValueSet').map(v => [v.url, v])),
  codeSystems: new Map([...load('CodeSystem', terminologyFolder), ...load('CodeSystem')].map(c => [c.url, c])),
};
const codes = {};
for (const url of [...bindings].sort()) {
  const expansion = expandValueSet(url, terminology);
  if (expansion) codes[url] = expansion;
}

const compartments = Object.fromEntries(load('CompartmentDefinition')
  .filter(c => c.url.startsWith('http://hl7.org/fhir/CompartmentDefinition/') && c.id !== 'example')
  .map(c => [c.code, Object.fromEntries(c.resource.filter(r => r.param).map(r => [r.code, r.param]))]));

const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const table = { format: FORMAT_VERSION, fhirVersion: version, types, codes, search: searchParametersByBase(load('SearchParameter')), compartments };
const text = Buffer.from(JSON.stringify(table));
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });
writeFileSync(output, packed);
console.log(`${types.length} types, ${bindings.size} required value sets (${Object.keys(codes).length} enumerable), ${Object.keys(table.search).length} bases with search parameters, ${text.length} bytes as JSON, ${packed.length} packed`);
