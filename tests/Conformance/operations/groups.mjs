// Groups, and the time series and graphs that they narrow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CreateGroupCommand, DeleteGroupCommand, GetGroupCommand, GetGroupsCommand, GetServiceGraphCommand,
  GetTimeSeriesServiceStatisticsCommand, PutTraceSegmentsCommand, UpdateGroupCommand,
} from '@aws-sdk/client-xray';
import { newTraceId, segment, texts } from '../documents.mjs';
import { at, now, send } from './session.mjs';

const off = { InsightsEnabled: false, NotificationsEnabled: false };
let group;

test('CreateGroup answers the group with an ARN of its own', async () => {
  ({ Group: group } = await send(new CreateGroupCommand({
    GroupName: 'ledger', FilterExpression: 'service("ledger")', Tags: [{ Key: 'team', Value: 'blue' }],
  })));
  assert.match(group.GroupARN, /^arn:aws:xray:us-east-1:000000000000:group\/ledger\/[A-Z2-7]{52}$/);
  assert.deepEqual(group, {
    GroupName: 'ledger', GroupARN: group.GroupARN, FilterExpression: 'service("ledger")', InsightsConfiguration: off,
  });
});

test('GetGroup finds it by name and by ARN', async () => {
  assert.deepEqual((await send(new GetGroupCommand({ GroupName: 'ledger' }))).Group, group);
  assert.deepEqual((await send(new GetGroupCommand({ GroupARN: group.GroupARN }))).Group, group);
});

test('GetGroups lists Default first', async () => {
  const { Groups, NextToken } = await send(new GetGroupsCommand({}));
  assert.equal(NextToken, undefined);
  assert.deepEqual(Groups, [
    { GroupName: 'Default', GroupARN: 'arn:aws:xray:us-east-1:000000000000:group/Default', InsightsConfiguration: off },
    group,
  ]);
});

test('a group narrows graph and time series to the traces that matched on arrival', async () => {
  const faulty = { fault: true, http: { response: { status: 500 } } };
  await send(new PutTraceSegmentsCommand({
    TraceSegmentDocuments: texts([
      segment(newTraceId(now), 'ledger', now - 3, now - 1),
      segment(newTraceId(now), 'ledger', now - 2, now - 1, faulty),
      segment(newTraceId(now), 'elsewhere', now - 2, now - 1),
    ]),
  }));
  const window = { StartTime: at(now - 300), EndTime: at(now + 600) };
  const graph = await send(new GetServiceGraphCommand({ ...window, GroupName: 'ledger' }));
  assert.deepEqual(graph.Services.map(node => `${node.Name}|${node.Type ?? ''}`).sort(), ['ledger|', 'ledger|client']);
  assert.equal(graph.ContainsOldGroupVersions, false);

  // Both documents arrived in one call, and so in one minute.
  const ask = more => send(new GetTimeSeriesServiceStatisticsCommand({ ...window, GroupARN: group.GroupARN, ...more }));
  const { TimeSeriesServiceStatistics: [edges] } = await ask({});
  assert.equal(edges.EdgeSummaryStatistics.TotalCount, 2);
  assert.equal(edges.EdgeSummaryStatistics.FaultStatistics.TotalCount, 1);
  assert.equal(edges.ServiceSummaryStatistics, undefined);
  assert.equal(edges.Timestamp.getTime() % 60_000, 0);
  const selected = { EntitySelectorExpression: 'service("ledger")', Period: 300 };
  const { TimeSeriesServiceStatistics: [services] } = await ask(selected);
  assert.equal(services.ServiceSummaryStatistics.TotalResponseTime, 3);
  assert.deepEqual(services.ResponseTimeHistogram.map(bin => bin.Value).sort(), [1, 2]);
  assert.equal(services.Timestamp.getTime() % 300_000, 0);
});

test('UpdateGroup changes the filter, and what is in the group stays', async () => {
  const { Group } = await send(new UpdateGroupCommand({
    GroupName: 'ledger', FilterExpression: 'fault', InsightsConfiguration: { InsightsEnabled: true },
  }));
  assert.equal(Group.FilterExpression, 'fault');
  assert.deepEqual(Group.InsightsConfiguration, { InsightsEnabled: true, NotificationsEnabled: false });
  const window = { StartTime: at(now - 300), EndTime: at(now + 600) };
  const graph = await send(new GetServiceGraphCommand({ ...window, GroupName: 'ledger' }));
  assert.equal(graph.Services.find(node => node.Type === undefined).SummaryStatistics.TotalCount, 2);
  assert.equal(graph.ContainsOldGroupVersions, true);
});

test('DeleteGroup takes the group and its tags', async () => {
  await send(new DeleteGroupCommand({ GroupARN: group.GroupARN }));
  const { Groups } = await send(new GetGroupsCommand({}));
  assert.deepEqual(Groups.map(entry => entry.GroupName), ['Default']);
});
