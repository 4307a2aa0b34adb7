import { expect, test } from 'vitest'
import { apiConversion } from './api-conversion'
import { GOOD, report, spoilt } from './testing'

const places = (conversion: string) =>
  report(
    apiConversion,
    spoilt(['      scope:', `      conversion: ${conversion}\n      scope:`]),
  ).map((line) => line.replace(/^error spec\.api\.spec\.conversion\.?/, '').split(':')[0])

const service = (fields: string) =>
  `{strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {service: {${fields}}}}}`
const url = (text: string) =>
  `{strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {url: "${text}"}}}`

test('no conversion and a whole one are fine', () => {
  expect(report(apiConversion, GOOD)).toEqual([])
  expect(places('{strategy: None}')).toEqual([])
  expect(places(service('name: a, namespace: b, path: /x/y, port: 443'))).toEqual([])
  expect(places(url('https://acme.dev/convert'))).toEqual([])
})

test('the strategy decides what stands beside it', () => {
  expect(places('{}')).toEqual(['strategy'])
  expect(places('{strategy: Other}')).toEqual(['strategy'])
  expect(places('{strategy: Webhook}')).toEqual([
    'webhook.clientConfig',
    'webhook.conversionReviewVersions',
  ])
  expect(
    places('{strategy: None, webhook: {clientConfig: {}, conversionReviewVersions: [v1]}}'),
  ).toEqual(['webhook.clientConfig', 'webhook.conversionReviewVersions'])
})

test('a webhook is at one place that can be called', () => {
  const client = 'webhook.clientConfig'
  expect(places(service(''))).toEqual([`${client}.service.name`, `${client}.service.namespace`])
  expect(places(service('name: a, namespace: b, path: x, port: 0'))).toEqual([
    `${client}.service.port`,
    `${client}.service.path`,
  ])
  for (const bad of [
    'http://a.b',
    'x',
    'https://',
    'https://u@a.b',
    'https://a.b?x',
    'https://a.b#x',
  ])
    expect(places(url(bad))).toEqual([`${client}.url`])
  expect(
    places('{strategy: Webhook, webhook: {conversionReviewVersions: [v2, v2], clientConfig: {}}}'),
  ).toEqual([client, 'webhook.conversionReviewVersions[1]', 'webhook.conversionReviewVersions'])
})
