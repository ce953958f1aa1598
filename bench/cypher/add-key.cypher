// The key that fields are found by.
CREATE CONSTRAINT bench_field_n IF NOT EXISTS
FOR (field:BenchField) REQUIRE field.n IS UNIQUE
