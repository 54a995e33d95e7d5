// Two real applications, one calling the other, by each of the protocols that applications speak: the X-Ray SDK's datagrams
// and OpenTelemetry's OTLP in protobuf and JSON. One trace, the right parents, the right graph, the right fault.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BatchGetTracesCommand, GetTraceGraphCommand, GetTraceSummariesCommand } from '@aws-sdk/client-xray';
import { startApp } from './apps/process.mjs';
import { eventually, startService } from './service.mjs';

const began = Date.now();
let service;

before(async () => {
  service = await startService();
});
after(async () => {
  await service?.stop();
});

const otlp = protocol => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: service.endpoint,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_TRACES_EXPORTER: 'otlp',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'none',
  OTEL_NODE_RESOURCE_DETECTORS: 'env',
  OTEL_BSP_SCHEDULE_DELAY: '100',
});

/** Two applications, a request through both; what is common to all protocols is checked. */
async function callThrough(file, label, environment, path, status) {
  const front = `front-${label}`;
  const back = `back-${label}`;
  const named = name => ({ ...environment, NAME: name, OTEL_SERVICE_NAME: name });
  const callee = await startApp(file, named(back));
  const caller = await startApp(file, { ...named(front), NEXT: callee.url });
  const answer = await fetch(caller.url + path);
  await answer.arrayBuffer();
  assert.equal(answer.status, status);
  await caller.stop();
  await callee.stop();

  const summaries = await eventually(
    async () => (await service.client.send(new GetTraceSummariesCommand({
      StartTime: new Date(began - 60_000), EndTime: new Date(Date.now() + 60_000),
    }))).TraceSummaries.filter(summary => summary.ServiceIds.some(id => id.Name === front)),
    found => found.length > 0 && found.every(summary => !summary.IsPartial && summary.ServiceIds.some(id => id.Name === back)));
  assert.equal(summaries.length, 1, 'one trace');
  const [summary] = summaries;
  assert.equal(summary.EntryPoint.Name, front);

  const { Traces: [trace] } = await service.client.send(new BatchGetTracesCommand({ TraceIds: [summary.Id] }));
  const segments = trace.Segments.map(segment => JSON.parse(segment.Document)).filter(segment => !segment.inferred);
  assert.deepEqual(segments.map(segment => segment.name).sort(), [back, front]);
  const [first, second] = [front, back].map(name => segments.find(segment => segment.name === name));
  assert.equal(first.parent_id, undefined);
  const calls = [...walk(first)].filter(entity => entity.id === second.parent_id);
  assert.equal(calls.length, 1, 'the callee names the call as its parent');
  assert.equal(calls[0].namespace, 'remote');

  const { Services } = await service.client.send(new GetTraceGraphCommand({ TraceIds: [summary.Id] }));
  const node = name => Services.find(entry => entry.Name === name && entry.Type !== 'client');
  assert.deepEqual(Services.filter(entry => entry.Type !== 'client').map(entry => entry.Name).sort(), [back, front]);
  assert.deepEqual(node(front).Edges.map(edge => edge.ReferenceId), [node(back).ReferenceId]);
  const client = Services.find(entry => entry.Type === 'client');
  assert.deepEqual(client.Edges.map(edge => edge.ReferenceId), [node(front).ReferenceId]);
  return { summary, first, second, call: calls[0], edge: node(front).Edges[0] };
}

function* walk(entity) {
  yield entity;
  for (const child of entity.subsegments ?? []) {
    yield* walk(child);
  }
}

const senders = [
  ['udp', './xray-shop.cjs', () => ({ AWS_XRAY_DAEMON_ADDRESS: service.daemonAddress, AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR' })],
  ['protobuf', './otel-shop.cjs', () => otlp('http/protobuf')],
  ['json', './otel-shop.cjs', () => otlp('http/json')],
];

for (const [label, file, environment] of senders) {
  test(`${label}: a request that succeeds`, async () => {
    const { summary, first, second, edge } = await callThrough(file, label, environment(), '/items/1', 200);
    assert.equal(summary.HasFault, false);
    assert.equal(first.http.response.status, 200);
    assert.equal(second.http.request.method, 'GET');
    assert.match(second.http.request.url, /\/items\/1$/);
    assert.equal(edge.SummaryStatistics.OkCount, 1);
  });

  test(`${label}: a request whose callee fails`, async () => {
    const { summary, first, second, call, edge } = await callThrough(file, `${label}-failing`, environment(), '/items/13', 502);
    assert.equal(summary.HasFault, true);
    assert.equal(first.fault, true);
    assert.equal(second.fault, true);
    assert.equal(call.fault, true);
    assert.equal(edge.SummaryStatistics.FaultStatistics.TotalCount, 1);
    const exceptions = [...walk(second)].flatMap(entity => entity.cause?.exceptions ?? []);
    assert.ok(exceptions.some(exception => exception.message === 'no such item' && exception.stack.length > 0));
    if (label === 'udp') {
      assert.equal(summary.FaultRootCauses[0].Services.at(-1).Name, second.name);
    }
  });
}
