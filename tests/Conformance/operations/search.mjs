// What belongs to Transaction Search: the destination of segments, indexing, retrieval.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancelTraceRetrievalCommand, GetIndexingRulesCommand, GetRetrievedTracesGraphCommand,
  GetTraceSegmentDestinationCommand, ListRetrievedTracesCommand, PutTraceSegmentsCommand, StartTraceRetrievalCommand, UpdateIndexingRuleCommand,
  UpdateTraceSegmentDestinationCommand,
} from '@aws-sdk/client-xray';
import { newTraceId, segment, texts } from '../documents.mjs';
import { eventually } from '../service.mjs';
import { at, now, send } from './session.mjs';

test('the destination goes from PENDING to ACTIVE', async () => {
  const read = async () => {
    const { Destination, Status } = await send(new GetTraceSegmentDestinationCommand({}));
    return [Destination, Status];
  };
  assert.deepEqual(await read(), ['XRay', 'ACTIVE']);
  const changed = await send(new UpdateTraceSegmentDestinationCommand({ Destination: 'CloudWatchLogs' }));
  assert.deepEqual([changed.Destination, changed.Status], ['CloudWatchLogs', 'PENDING']);
  assert.deepEqual(await eventually(read, ([, status]) => status === 'ACTIVE'), ['CloudWatchLogs', 'ACTIVE']);
  await send(new UpdateTraceSegmentDestinationCommand({ Destination: 'XRay' }));
});

test('the one indexing rule is one percent at first and can be changed', async () => {
  const percentage = async () => {
    const { IndexingRules: [rule, ...more] } = await send(new GetIndexingRulesCommand({}));
    assert.deepEqual([rule.Name, more], ['Default', []]);
    return rule.Rule.Probabilistic.DesiredSamplingPercentage;
  };
  assert.equal(await percentage(), 1);
  const { IndexingRule: rule } = await send(new UpdateIndexingRuleCommand({
    Name: 'Default', Rule: { Probabilistic: { DesiredSamplingPercentage: 12.5 } },
  }));
  assert.equal(rule.Rule.Probabilistic.DesiredSamplingPercentage, 12.5);
  assert.ok(Math.abs(rule.ModifiedAt - Date.now()) < 60_000);
  assert.equal(await percentage(), 12.5);
});

test('a retrieval brings traces back as segments and as spans, with their graph', async () => {
  const ids = Array.from({ length: 6 }, () => newTraceId(now));
  await send(new PutTraceSegmentsCommand({
    TraceSegmentDocuments: texts(ids.map((id, i) => segment(id, 'archive', now - 30 + i, now - 29 + i))),
  }));
  const { RetrievalToken } = await send(new StartTraceRetrievalCommand({
    TraceIds: ids, StartTime: at(now - 60), EndTime: at(now),
  }));
  const list = more => send(new ListRetrievedTracesCommand({ RetrievalToken, ...more }));
  const first = await eventually(list, page => page.RetrievalStatus === 'COMPLETE');
  assert.deepEqual([first.TraceFormat, first.Traces.length], ['XRAY', 5]);
  assert.equal(JSON.parse(first.Traces[0].Spans[0].Document).name, 'archive');
  const second = await list({ NextToken: first.NextToken, TraceFormat: 'OTEL' });
  assert.deepEqual([second.TraceFormat, second.Traces.length, second.NextToken], ['OTEL', 1, undefined]);
  assert.equal(second.Traces[0].Duration, 1);
  assert.equal(JSON.parse(second.Traces[0].Spans[0].Document).name, 'archive');
  const graph = await send(new GetRetrievedTracesGraphCommand({ RetrievalToken }));
  assert.equal(graph.RetrievalStatus, 'COMPLETE');
  assert.equal(graph.Services.map(entry => entry.Service).find(node => !node.Type).SummaryStatistics.TotalCount, 6);
});

test('CancelTraceRetrieval ends one that is under way', async () => {
  const { RetrievalToken } = await send(new StartTraceRetrievalCommand({
    TraceIds: [newTraceId(now)], StartTime: at(now - 60), EndTime: at(now),
  }));
  await send(new CancelTraceRetrievalCommand({ RetrievalToken }));
  assert.equal((await send(new ListRetrievedTracesCommand({ RetrievalToken }))).RetrievalStatus, 'CANCELLED');
});
