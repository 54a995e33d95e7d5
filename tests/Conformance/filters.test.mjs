// Filter expressions through @aws-sdk/client-xray: what they find, what is refused and in which words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  GetTimeSeriesServiceStatisticsCommand, GetTraceSummariesCommand, InvalidRequestException, PutTraceSegmentsCommand,
} from '@aws-sdk/client-xray';
import { newId, newTraceId, segment, subsegment, texts } from './documents.mjs';
import { startService } from './service.mjs';

let service;
const now = Math.floor(Date.now() / 1000);
const window = { StartTime: new Date((now - 60) * 1000), EndTime: new Date((now + 1) * 1000) };
const find = async (FilterExpression, more = {}) => {
  const answer = await service.client.send(new GetTraceSummariesCommand({ ...window, FilterExpression, ...more }));
  assert.equal(answer.TracesProcessedCount, 3);
  return answer.TraceSummaries;
};

const ids = { broken: newTraceId(now), fine: newTraceId(now), slow: newTraceId(now) };
const call = subsegment('back', now - 9.5, now - 8.5, { namespace: 'remote', http: { response: { status: 503 } }, fault: true });

before(async () => {
  service = await startService();
  await service.client.send(new PutTraceSegmentsCommand({
    TraceSegmentDocuments: texts([
      segment(ids.broken, 'front', now - 10, now - 8, {
        fault: true, user: 'alice', annotations: { tier: 'gold', rank: 3, beta: true },
        http: { request: { method: 'POST', url: 'http://front.example/api/orders' }, response: { status: 500 } },
        subsegments: [call],
      }),
      segment(ids.broken, 'back', now - 9.4, now - 8.6, {
        parent_id: call.id, fault: true, http: { response: { status: 503 } },
        cause: { exceptions: [{ id: newId(), type: 'Broken', message: 'the downstream broke' }] },
      }),
      segment(ids.fine, 'front', now - 20, now - 19, { annotations: { tier: 'tin', 'customer.tier': 'x' }, http: { response: { status: 200 } } }),
      segment(ids.slow, 'worker', now - 30, now - 24, { user: 'bob' }),
    ]),
  }));
});
after(() => service.stop());

for (const [expression, ...names] of [
  ['fault', 'broken'],
  ['!fault', 'fine', 'slow'],
  ['ok duration < 3', 'fine'],
  ['responsetime > 5 OR http.status = 500 AND user = "alice"', 'broken', 'slow'],
  ['http.url CONTAINS "/api/" AND http.method = "POST"', 'broken'],
  ['annotation.tier = "gold"', 'broken'],
  ['annotation.tier', 'broken', 'fine'],
  ['annotation.beta AND annotation.rank >= 3', 'broken'],
  ['annotation[customer.tier] = "x"', 'fine'],
  ['service("back") { fault AND !root }', 'broken'],
  ['edge("front", "back") { responsetime = 1 }', 'broken'],
  ['edge(id(name: "worker", type: "client"), "worker")', 'slow'],
  ['rootcause.fault.exception { message CONTAINS "downstream" }', 'broken'],
  ['rootcause.json = #[{ "Services": [ { "Name": "back" } ] }]', 'broken'],
  ['group.name = "Default"', 'broken', 'fine', 'slow'],
  ['duration = "slow"'],
  ['', 'broken', 'fine', 'slow'],
]) {
  test(`finds: ${expression || 'everything'}`, async () => {
    const found = await find(expression);
    assert.deepEqual(found.map(summary => summary.Id).sort(), names.map(name => ids[name]).sort());
  });
}

for (const [expression, message] of [
  ['madeup = 7', "Error Location: line 1, position 1 : Invalid input symbol: 'ma'"],
  ['fault OR response_time > 2', "Error Location: line 1, position 10 : Invalid input symbol: 'response_'"],
  ['fault AND ((error)', "Error Location: line 1, position 19 : missing ')' at end of expression"],
  ['fault AND (', "Error Location: line 1, position 12 : Invalid input symbol: 'fault AND ('"],
]) {
  test(`refuses: ${expression}`, () => assert.rejects(
    () => find(expression), error => error instanceof InvalidRequestException && error.message === message));
}

test('by the end of segments the one that was found decides', async () => {
  const ends = { ...window, StartTime: new Date((now - 9) * 1000), TimeRangeType: 'Service' };
  const [summary] = await find('service("back") OR service("worker")', ends);
  assert.equal(summary.Id, ids.broken);
  assert.deepEqual(await find('service("worker")', ends), []);
});

test('a selector of a time series takes no body', () => assert.rejects(
  () => service.client.send(new GetTimeSeriesServiceStatisticsCommand({ ...window, EntitySelectorExpression: 'service("front") { fault }' })),
  error => error instanceof InvalidRequestException
    && error.message === "Error Location: line 1, position 18 : Invalid input symbol: '{'"));
