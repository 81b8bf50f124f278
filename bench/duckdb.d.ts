/** What the benchmarks use of DuckDB. The package is installed by `script/bench`, not with the product. */
declare module '@duckdb/node-api' {
  export class DuckDBInstance {
    static create(path: string, options?: Readonly<Record<string, string>>): Promise<DuckDBInstance>
    connect(): Promise<DuckDBConnection>
  }

  export interface DuckDBConnection {
    run(sql: string): Promise<unknown>
    runAndReadAll(sql: string): Promise<{ getRowsJson(): readonly (readonly unknown[])[] }>
    createAppender(table: string): Promise<DuckDBAppender>
    closeSync(): void
  }

  export interface DuckDBAppender {
    appendSmallInt(value: number): void
    appendTinyInt(value: number): void
    appendVarchar(value: string): void
    appendBoolean(value: boolean): void
    endRow(): void
    closeSync(): void
  }
}
