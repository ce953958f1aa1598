// The key that starts are found by.
CREATE CONSTRAINT bench_field_id IF NOT EXISTS
FOR (field:BenchField) REQUIRE field.id IS UNIQUE
