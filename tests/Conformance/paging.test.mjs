// The SDK's paginator and its error classes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  BatchGetTracesCommand, GetServiceGraphCommand, GetTraceGraphCommand, GetTraceSummariesCommand, InvalidRequestException,
  PutEncryptionConfigCommand, PutTelemetryRecordsCommand, PutTraceSegmentsCommand, paginateBatchGetTraces,
  paginateGetServiceGraph, paginateGetTraceGraph, paginateGetTraceSummaries,
} from '@aws-sdk/client-xray';
import { newTraceId, segment, texts } from './documents.mjs';
import { startService } from './service.mjs';

let service;
const now = Math.floor(Date.now() / 1000);
const at = seconds => new Date(seconds * 1000);
const window = { StartTime: at(now - 1000), EndTime: at(now) };
const traces = Array.from({ length: 345 }, (_, n) => segment(newTraceId(now), 'paged', now - 900 + n, now - 890 + n));

before(async () => {
  service = await startService();
  for (let i = 0; i < traces.length; i += 50) {
    const documents = texts(traces.slice(i, i + 50));
    await service.client.send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: documents }));
  }
});
after(() => service.stop());

test('pages hold every trace once, newest first', async () => {
  const ids = [];
  let pages = 0;
  for await (const page of paginateGetTraceSummaries({ client: service.client }, window)) {
    pages++;
    ids.push(...page.TraceSummaries.map(summary => summary.Id));
  }

  assert.ok(pages > 1);
  assert.deepEqual(ids, traces.map(document => document.trace_id).reverse());
});

test('the other paginators end after one page', async () => {
  const id = traces[0].trace_id;
  const count = async pages => {
    let n = 0;
    for await (const _ of pages) {
      n++;
    }

    return n;
  };
  const { client } = service;
  assert.equal(await count(paginateBatchGetTraces({ client }, { TraceIds: [id] })), 1);
  assert.equal(await count(paginateGetTraceGraph({ client }, { TraceIds: [id] })), 1);
  assert.equal(await count(paginateGetServiceGraph({ client }, { StartTime: at(now - 10), EndTime: at(now + 120) })), 1);
});

const id = traces[0].trace_id;
const refused = [
  [new GetTraceSummariesCommand({ ...window, NextToken: 'made-up' }), InvalidRequestException, 'Invalid token made-up'],
  [new GetTraceSummariesCommand({ StartTime: at(2), EndTime: at(1) }), InvalidRequestException, 'End time cannot be earlier than start time'],
  [new GetServiceGraphCommand({ StartTime: at(2), EndTime: at(1) }), InvalidRequestException, 'End time cannot be earlier than start time'],
  [new BatchGetTracesCommand({ TraceIds: [id, id] }), InvalidRequestException, 'Containing duplicate trace ids'],
  [new BatchGetTracesCommand({ TraceIds: traces.slice(0, 6).map(document => document.trace_id) }), InvalidRequestException, 'Exceeding maximum query size: 5'],
  [new GetTraceGraphCommand({ TraceIds: [newTraceId()] }), InvalidRequestException, 'Trace id not found'],
  [new PutTraceSegmentsCommand({ TraceSegmentDocuments: [] }), InvalidRequestException, 'Segments can not be empty'],
  [new PutEncryptionConfigCommand({ Type: 'KMS' }), InvalidRequestException, undefined],
];
for (const [command, type, message] of refused) {
  test(`${command.constructor.name}: ${message ?? 'refused'}`, async () => {
    await assert.rejects(service.client.send(command), error => {
      assert.ok(error instanceof type, error.name);
      assert.equal(error.$metadata.httpStatusCode, 400);
      assert.ok(message === undefined || error.message === message || error.Message === message, error.message);
      return true;
    });
  });
}

test('errors of the framework keep their names', async () => {
  const longName = new PutTelemetryRecordsCommand({ TelemetryRecords: [{ Timestamp: new Date() }], Hostname: 'h'.repeat(256) });
  await assert.rejects(service.client.send(longName), error => {
    assert.equal(error.name, 'ValidationException');
    assert.match(error.message, /^1 validation error detected: Value 'h{256}' at 'hostname' failed to satisfy constraint: Member must have length less than or equal to 255$/);
    return true;
  });
});
