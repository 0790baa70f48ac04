// Reads the official packages and writes the CodeSystems, ValueSets and ConceptMaps that the R5 assembly embeds.
// Usage: node terminology.mjs CORE_FOLDER TERMINOLOGY_FOLDER OUTPUT_FILE     (see README.md)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [core, terminology, output] = process.argv.slice(2);
if (!output) {
  console.error('usage: node terminology.mjs CORE_FOLDER TERMINOLOGY_FOLDER OUTPUT_FILE');
  process.exit(2);
}

const load = (folder, prefix) => readdirSync(folder)
  .filter(file => file.startsWith(prefix + '-') && file.endsWith('.json'))
  .sort()
  .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const pick = (object, names) => Object.fromEntries(names.filter(name => object[name] !== undefined).map(name => [name, object[name]]));

const concept = c => ({ ...pick(c, ['code', 'display', 'definition', 'designation', 'property']), concept: c.concept?.map(concept) });
const codeSystem = c => ({
  ...pick(c, ['resourceType', 'url', 'version', 'name', 'title', 'status', 'caseSensitive', 'valueSet', 'hierarchyMeaning', 'content']),
  property: c.property?.map(p => pick(p, ['code', 'uri', 'type'])),
  concept: c.concept?.map(concept),
});
const valueSet = v => pick(v, ['resourceType', 'url', 'version', 'name', 'title', 'status', 'compose']);

const valueSets = load(core, 'ValueSet').filter(v => v.compose);
const parts = valueSets.flatMap(v => [...(v.compose.include ?? []), ...(v.compose.exclude ?? [])]);
const named = new Set(parts.map(part => part.system?.split('|')[0]));
const own = load(core, 'CodeSystem');
const ownUrls = new Set(own.map(c => c.url));
const codeSystems = [...own, ...load(terminology, 'CodeSystem').filter(c => named.has(c.url) && !ownUrls.has(c.url))]
  .filter(c => ['complete', 'fragment'].includes(c.content));

// Value sets that those of core include, and that HL7 Terminology defines.
const known = new Set(valueSets.map(v => v.url));
const elsewhere = new Map(load(terminology, 'ValueSet').map(v => [v.url, v]));
const wanted = parts.flatMap(part => part.valueSet ?? []).map(url => url.split('|')[0]).filter(url => !known.has(url) && elsewhere.has(url));
const conceptMap = m => ({
  ...pick(m, ['resourceType', 'url', 'version', 'name', 'title', 'status']),
  group: m.group?.map(g => ({ ...pick(g, ['source', 'target']), element: g.element?.map(e => ({ code: e.code, target: e.target?.map(t => pick(t, ['code', 'display', 'relationship'])) })) })),
});
const conceptMaps = load(core, 'ConceptMap').filter(m => m.group && m.url.startsWith('http://hl7.org/fhir/'));
const resources = [...conceptMaps.map(conceptMap), ...codeSystems.map(codeSystem), ...[...valueSets, ...[...new Set(wanted)].map(url => elsewhere.get(url))].map(valueSet)];
const text = Buffer.from(JSON.stringify({ resources }));
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });
writeFileSync(output, packed);
console.log(`${codeSystems.length} code systems, ${resources.length - codeSystems.length - conceptMaps.length} value sets, ${conceptMaps.length} concept maps, ${text.length} bytes as JSON, ${packed.length} packed`);
