import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one line that a machine can read: `120 passed, 0 failed`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((testModule) => [...testModule.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failed = tests.filter((test) => test.result().state === 'failed').length
    // A file that does not load, or an error outside every test, fails the run too.
    const unloaded = modules.filter((testModule) => !testModule.ok() && testModule.errors().length > 0).length
    const line = `${passed} passed, ${failed + unloaded + errors.length} failed`
    // After vitest's own summary, which is printed later in the same turn.
    process.once('exit', () => console.log(line))
  }
}
