"""Give: the panel, the DuckDB mart and the report."""
