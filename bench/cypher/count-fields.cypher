// How many fields a catalogue holds.
// returns: fields
MATCH (field:Field)
RETURN count(field) AS fields
