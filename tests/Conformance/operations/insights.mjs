// Insights: faults that come all at once, in a group that has them switched on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CreateGroupCommand, DeleteGroupCommand, GetInsightCommand, GetInsightEventsCommand, GetInsightImpactGraphCommand,
  GetInsightSummariesCommand, PutTraceSegmentsCommand,
} from '@aws-sdk/client-xray';
import { newTraceId, segment, subsegment, texts } from '../documents.mjs';
import { at, now, send } from './session.mjs';

const window = { StartTime: at(now - 60), EndTime: at(now + 600) };
const summaries = async more => (await send(new GetInsightSummariesCommand({
  ...window, GroupName: 'odd', ...more,
}))).InsightSummaries;
let summary;

test('GetInsightSummaries tells nothing while nothing is the matter', async () => {
  await send(new CreateGroupCommand({
    GroupName: 'odd', FilterExpression: 'service("web")', InsightsConfiguration: { InsightsEnabled: true },
  }));
  const good = segment(newTraceId(now), 'web', now - 1, now);
  await send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: texts([good]) }));
  assert.deepEqual(await summaries(), []);
});

test('GetInsightSummaries tells of faults that come all at once, and where they come from', async () => {
  const failing = Array.from({ length: 8 }, () => {
    const call = subsegment('bank', now - 1, now, { namespace: 'remote', fault: true });
    return segment(newTraceId(now), 'web', now - 1, now, { fault: true, subsegments: [call] });
  });
  await send(new PutTraceSegmentsCommand({ TraceSegmentDocuments: texts(failing) }));
  [summary] = await summaries();
  assert.deepEqual([summary.State, summary.Categories, summary.GroupName], ['ACTIVE', ['FAULT'], 'odd']);
  assert.deepEqual([summary.RootCauseServiceId.Name, summary.RootCauseServiceId.Type], ['bank', 'remote']);
  assert.deepEqual(summary.RootCauseServiceRequestImpactStatistics, { FaultCount: 8, OkCount: 0, TotalCount: 8 });
  assert.equal(summary.ClientRequestImpactStatistics.FaultCount, 8);
  assert.equal(summary.EndTime, undefined);
  assert.deepEqual(await summaries({ States: ['CLOSED'] }), []);
});

test('GetInsight, its events and its impact graph agree with the summary', async () => {
  const { LastUpdateTime, ...same } = summary;
  assert.ok(LastUpdateTime instanceof Date);
  const { Insight } = await send(new GetInsightCommand({ InsightId: summary.InsightId }));
  assert.deepEqual(Insight, same);
  const { InsightEvents: [event] } = await send(new GetInsightEventsCommand({ InsightId: summary.InsightId }));
  assert.deepEqual(event.RootCauseServiceRequestImpactStatistics, summary.RootCauseServiceRequestImpactStatistics);
  assert.equal(event.Summary, summary.Summary);
  const graph = await send(new GetInsightImpactGraphCommand({ InsightId: summary.InsightId, ...window }));
  assert.equal(graph.InsightId, summary.InsightId);
  const node = name => graph.Services.find(entry => entry.Name === name && entry.Type !== 'client');
  assert.deepEqual(node('web').Edges.map(edge => edge.ReferenceId), [node('bank').ReferenceId]);
  await send(new DeleteGroupCommand({ GroupName: 'odd' }));
});
