// params: none
// returns: one count for each kind of thing
// index: the count store
RETURN
  COUNT { (:Department) } AS departmentCount,
  COUNT { (:Library) } AS libraryCount,
  COUNT { (:Dataset) } AS datasetCount,
  COUNT { (:Field) } AS fieldCount,
  COUNT { (:Job) } AS jobCount,
  COUNT { (:Interface) } AS interfaceCount,
  COUNT { (:Consumer) } AS consumerCount,
  COUNT { (:Authorization) } AS authorizationCount,
  COUNT { (:BackflowLink) } AS backflowLinkCount
