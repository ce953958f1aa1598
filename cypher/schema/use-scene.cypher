// Expected end state of use-scene; compared with SHOW CONSTRAINTS and SHOW INDEXES in a test.
CREATE CONSTRAINT use_scene_code IF NOT EXISTS FOR (n:UseScene) REQUIRE n.code IS UNIQUE;
