import { risky, updateRule } from './update-rule'

/** kratix.md 9.3: the work of a pipeline belongs to its name. */
export const updatePipelines = updateRule('update-pipelines', ({ promise }, before, report) => {
  for (const old of before.promise.workflows) {
    if (old.action !== 'configure') continue
    const now = promise.workflows.find(
      ({ type, action }) => type === old.type && action === old.action,
    )
    const names = new Set(now?.pipelines.map(({ name }) => name))
    for (const { name } of old.pipelines) {
      if (name === '' || names.has(name)) continue
      report(
        risky(
          old.path,
          `the pipeline "${name}" of ${old.type}.${old.action} is gone (a new name is another pipeline), so what it wrote is deleted: live resources may go, and come anew.`,
        ),
      )
    }
  }
})
