import { risky, updateRule } from './update-rule'

/** kratix.md 9.3: the work of a pipeline belongs to its name. */
export const updatePipelines = updateRule('update-pipelines', ({ promise }, before, report) => {
  for (const old of before.promise.workflows) {
    if (old.action !== 'configure') continue
    const now = promise.workflows.find(
      ({ type, action }) => type === old.type && action === old.action,
    )
    const names = new Set(now?.pipelines.map(({ name }) => name))
    const known = new Set(old.pipelines.map(({ name }) => name))
    for (const [i, { name }] of old.pipelines.entries()) {
      if (name === '' || names.has(name)) continue
      // Where it stood stands one that was not there: that is how a name changes.
      const renamed = now?.pipelines[i]
      const here = renamed && !known.has(renamed.name) ? renamed : undefined
      report(
        risky(
          here ? [...here.path, 'metadata', 'name'] : old.path,
          `the pipeline "${name}" of ${old.type}.${old.action} is gone (a new name is another pipeline), so what it wrote is deleted: live resources may go, and come anew.`,
        ),
      )
    }
  }
})
