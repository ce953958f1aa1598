CREATE UNLOGGED TABLE fields (n integer NOT NULL, layer smallint NOT NULL, department smallint NOT NULL, salt bigint NOT NULL);
CREATE UNLOGGED TABLE edges (source integer NOT NULL, target integer NOT NULL, backflow boolean NOT NULL);
