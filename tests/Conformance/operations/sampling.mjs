// Sampling rules, targets and statistics.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CreateSamplingRuleCommand, DeleteSamplingRuleCommand, GetSamplingRulesCommand, GetSamplingStatisticSummariesCommand,
  GetSamplingTargetsCommand, UpdateSamplingRuleCommand,
} from '@aws-sdk/client-xray';
import { eventually } from '../service.mjs';
import { send } from './session.mjs';

const rule = {
  RuleName: 'orders', Priority: 50, FixedRate: 0.25, ReservoirSize: 4, ServiceName: 'shop', ServiceType: '*',
  Host: '*.example', HTTPMethod: 'GET', URLPath: '/orders/*', ResourceARN: '*', Version: 1,
};
const kept = { ...rule, RuleARN: 'arn:aws:xray:us-east-1:000000000000:sampling-rule/orders', Attributes: {} };

test('CreateSamplingRule answers the record', async () => {
  const { SamplingRuleRecord: record } = await send(new CreateSamplingRuleCommand({ SamplingRule: rule }));
  assert.deepEqual(record.SamplingRule, kept);
  assert.ok(Math.abs(record.CreatedAt - Date.now()) < 60_000);
  assert.deepEqual([record.CreatedAt % 1000, record.ModifiedAt - record.CreatedAt], [0, 0]);
});

test('GetSamplingRules lists it before Default', async () => {
  const { SamplingRuleRecords: records } = await send(new GetSamplingRulesCommand({}));
  assert.deepEqual(records.map(record => record.SamplingRule.RuleName), ['orders', 'Default']);
  assert.deepEqual(records[0].SamplingRule, kept);
  const { RuleARN, ...usual } = records[1].SamplingRule;
  assert.match(RuleARN, /sampling-rule\/Default$/);
  assert.deepEqual(usual, {
    RuleName: 'Default', Priority: 10000, FixedRate: 0.05, ReservoirSize: 1, ServiceName: '*', ServiceType: '*',
    Host: '*', HTTPMethod: '*', URLPath: '*', ResourceARN: '*', Version: 1, Attributes: {},
  });
});

test('UpdateSamplingRule keeps what is left out', async () => {
  const update = { RuleName: 'orders', FixedRate: 0.5, Attributes: { tier: 'gold' } };
  const { SamplingRuleRecord: record } = await send(new UpdateSamplingRuleCommand({ SamplingRuleUpdate: update }));
  assert.deepEqual(record.SamplingRule, { ...kept, ...update });
});

test('GetSamplingTargets tells the rate first, and unknown rules beside', async () => {
  const report = RuleName => ({
    RuleName, ClientID: '0123456789abcdef01234567', Timestamp: new Date(), RequestCount: 40, SampledCount: 10,
  });
  const answer = await send(new GetSamplingTargetsCommand({
    SamplingStatisticsDocuments: [report('orders'), report('gone')],
  }));
  assert.deepEqual(answer.SamplingTargetDocuments, [{ RuleName: 'orders', FixedRate: 0.5 }]);
  assert.deepEqual(answer.UnprocessedStatistics, [{ RuleName: 'gone', ErrorCode: '400', Message: 'Unknown rule' }]);
  assert.equal(answer.UnprocessedBoostStatistics, undefined);
  assert.ok(Math.abs(answer.LastRuleModification - Date.now()) < 60_000);
});

test('GetSamplingStatisticSummaries shows the window when it has closed', async () => {
  const ask = async () => (await send(new GetSamplingStatisticSummariesCommand({}))).SamplingStatisticSummaries;
  const [sum] = await eventually(ask, sums => sums[0]?.RequestCount === 40);
  assert.deepEqual([sum.RuleName, sum.SampledCount, sum.BorrowCount], ['orders', 10, 0]);
  assert.equal(sum.Timestamp % 10_000, 0);
});

test('DeleteSamplingRule answers what the rule was', async () => {
  const { SamplingRuleRecord: record } = await send(new DeleteSamplingRuleCommand({ RuleARN: kept.RuleARN }));
  assert.equal(record.SamplingRule.FixedRate, 0.5);
  const { SamplingRuleRecords: left } = await send(new GetSamplingRulesCommand({}));
  assert.deepEqual(left.map(entry => entry.SamplingRule.RuleName), ['Default']);
});
