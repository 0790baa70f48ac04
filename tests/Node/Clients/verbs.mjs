// Drives a node with every verb of fhir-kit-client, and prints each verb that did what it should, a line each.
//   node verbs.mjs FOLDER_OF_NODE_MODULES BASE_URL TOKEN
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, baseUrl, token] = process.argv.slice(2);
const { default: Default, Client = Default } = await import(pathToFileURL(join(modules, 'fhir-kit-client', 'dist', 'index.js')));
const client = new Client({ baseUrl, bearerToken: token });

async function step(verb, run) {
  await run();
  console.log(verb);
}

const status = (body) => Client.httpFor(body).response.status;
const fails = (promise, expected) => assert.rejects(promise, (error) => error.response.status === expected
  && error.response.data.resourceType === 'OperationOutcome');

let patient;

await step('capabilityStatement', async () => {
  const statement = await client.capabilityStatement();
  assert.equal(statement.resourceType, 'CapabilityStatement');
  assert.equal(statement.fhirVersion, '5.0.0');
});

await step('smartAuthMetadata', async () => {
  const metadata = await client.smartAuthMetadata();
  assert.equal(metadata.tokenUrl.href, `${baseUrl}/auth/token`);
});

await step('create', async () => {
  patient = await client.create({ resourceType: 'Patient', body: { resourceType: 'Patient', name: [{ family: 'Ada' }] } });
  assert.equal(status(patient), 201);
  assert.equal(patient.meta.versionId, '1');
});

await step('read', async () => {
  assert.equal((await client.read({ resourceType: 'Patient', id: patient.id })).name[0].family, 'Ada');
  await fails(client.read({ resourceType: 'Patient', id: 'nobody' }), 404);
});

await step('update', async () => {
  const updated = await client.update({ resourceType: 'Patient', id: patient.id, body: { ...patient, gender: 'female' } });
  assert.equal(updated.meta.versionId, '2');
  await fails(client.update({
    resourceType: 'Patient', id: patient.id, body: { ...patient, gender: 'male' }, options: { headers: { 'If-Match': 'W/"1"' } },
  }), 412);
  const conditional = await client.update({
    resourceType: 'Patient', searchParams: { _id: patient.id }, body: { ...patient, gender: 'female', active: true },
  });
  assert.equal(conditional.meta.versionId, '3');
});

await step('vread', async () => {
  const first = await client.vread({ resourceType: 'Patient', id: patient.id, version: '1' });
  assert.equal(first.gender, undefined);
});

await step('patch', async () => {
  const patched = await client.patch({
    resourceType: 'Patient', id: patient.id, jsonPatch: [{ op: 'replace', path: '/name/0/family', value: 'Lovelace' }],
  });
  assert.equal(patched.name[0].family, 'Lovelace');
});

await step('transaction', async () => {
  const answer = await client.transaction({
    body: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: Array.from({ length: 5 }, (_, n) => ({
        resource: {
          resourceType: 'Observation', id: `o${n}`, status: 'final', code: { text: 'x' }, subject: { reference: `Patient/${patient.id}` },
        },
        request: { method: 'PUT', url: `Observation/o${n}` },
      })),
    },
  });
  assert.equal(answer.type, 'transaction-response');
  assert.ok(answer.entry.every((entry) => entry.response.status.startsWith('201')));
});

await step('batch', async () => {
  const answer = await client.batch({
    body: {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [{ request: { method: 'GET', url: 'Observation/o0' } }, { request: { method: 'GET', url: 'Observation/none' } }],
    },
  });
  assert.deepEqual(answer.entry.map((entry) => entry.response.status.slice(0, 3)), ['200', '404']);
});

await step('search', async () => {
  const found = await client.search({ resourceType: 'Patient', searchParams: { family: 'Lovelace' } });
  assert.equal(found.total, 1);
});

let page;

await step('resourceSearch', async () => {
  page = await client.resourceSearch({ resourceType: 'Observation', searchParams: { subject: `Patient/${patient.id}`, _count: 2 } });
  assert.equal(page.total, 5);
  assert.equal(page.entry.length, 2);
  assert.equal((await client.resourceSearch({
    resourceType: 'Observation', searchParams: { status: 'final' }, options: { postSearch: true },
  })).total, 5);
});

await step('nextPage', async () => {
  const ids = [];
  for (let bundle = page; bundle; bundle = await client.nextPage({ bundle })) {
    ids.push(...bundle.entry.map((entry) => entry.resource.id));
  }
  assert.deepEqual(ids.sort(), ['o0', 'o1', 'o2', 'o3', 'o4']);
});

await step('systemSearch', async () => {
  const found = await client.systemSearch({ searchParams: { _id: 'o1', _type: 'Observation,Patient' } });
  assert.equal(found.entry[0].resource.id, 'o1');
});

await step('compartmentSearch', async () => {
  const found = await client.compartmentSearch({ resourceType: 'Observation', compartment: { resourceType: 'Patient', id: patient.id } });
  assert.equal(found.total, 5);
});

await step('resolve', async () => {
  const observation = await client.read({ resourceType: 'Observation', id: 'o0' });
  assert.equal((await client.resolve({ reference: observation.subject.reference })).id, patient.id);
});

await step('operation', async () => {
  const everything = await client.operation({ name: 'everything', resourceType: 'Patient', id: patient.id, method: 'GET' });
  assert.equal(everything.entry.length, 6);
  const meta = await client.operation({
    name: 'meta-add',
    resourceType: 'Patient',
    id: patient.id,
    input: { resourceType: 'Parameters', parameter: [{ name: 'meta', valueMeta: { tag: [{ system: 'http://s', code: 'a' }] } }] },
  });
  assert.equal(meta.parameter[0].valueMeta.tag[0].code, 'a');
});

await step('request', async () => {
  const head = await client.request(`Patient/${patient.id}?_elements=name`);
  assert.equal(head.meta.tag.at(-1).code, 'SUBSETTED');
});

await step('delete', async () => {
  await client.delete({ resourceType: 'Observation', id: 'o4' });
  await fails(client.read({ resourceType: 'Observation', id: 'o4' }), 410);
});

await step('resourceHistory', async () => {
  const history = await client.resourceHistory({ resourceType: 'Observation', id: 'o4' });
  assert.deepEqual(history.entry.map((entry) => entry.response.status.slice(0, 3)), ['204', '201']);
});

await step('typeHistory', async () => assert.equal((await client.typeHistory({ resourceType: 'Observation' })).total, 6));

await step('systemHistory', async () => assert.ok((await client.systemHistory()).total >= 11));

await step('history', async () => assert.equal((await client.history({ resourceType: 'Patient', id: patient.id })).total, 5));
