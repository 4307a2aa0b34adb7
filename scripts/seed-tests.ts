import * as fc from 'fast-check'

// One seed for all random tests of a run, so that a run can be repeated: FC_SEED=… takes another,
// FC_SEED=random a new one, which a failure prints.
const wanted = process.env.FC_SEED ?? '20261122'
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })
