// params: datasets
// returns: dataset, role – FROM, TO or RETURNS, link – code
// index: dataset_id
UNWIND $datasets AS id
MATCH (d:Dataset {id: id})<-[r:FROM|TO|RETURNS]-(l:BackflowLink)
RETURN d.id AS dataset, type(r) AS role, l.code AS link
ORDER BY dataset, link, role
