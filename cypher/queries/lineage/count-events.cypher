// params: refusedOnly
// returns: total
// index: count stores
RETURN COUNT { (:RefusedEvent) } + CASE WHEN $refusedOnly THEN 0 ELSE COUNT { (:LineageEvent) } END AS total
