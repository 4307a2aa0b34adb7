import { type RuleRunner, ruleRunner } from '@/lib/cel/worker/protocol'
import { workerPort } from './worker-port'

/** Runs CEL rules in a worker of the browser, which starts with the first question. */
export function browserRuleRunner(): RuleRunner {
  return ruleRunner(() =>
    workerPort(new Worker(new URL('./cel.worker.ts', import.meta.url), { type: 'module' })),
  )
}
