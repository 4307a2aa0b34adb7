import { type Reply, type RuleRunner, ruleRunner } from '@/lib/cel/worker/protocol'

/** Runs CEL rules in a worker of the browser, which starts with the first question. */
export function browserRuleRunner(): RuleRunner {
  return ruleRunner(() => {
    const worker = new Worker(new URL('./cel.worker.ts', import.meta.url), { type: 'module' })
    return {
      postMessage: (message) => worker.postMessage(message),
      onReply: (listener) =>
        worker.addEventListener('message', (event: MessageEvent<Reply>) => listener(event.data)),
      terminate: () => worker.terminate(),
    }
  })
}
