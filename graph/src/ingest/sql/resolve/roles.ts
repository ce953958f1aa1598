/** What an argument of a function does to the result. */
export type Role = 'value' | 'condition' | 'order' | 'nothing';

const UNIT =
  /^(year|quarter|month|week|isoweek|isoyear|dayofweek|dayofyear|weekday|day|hour|minute|second|millisecond|microsecond|nanosecond|yy|yyyy|qq|mm|wk|ww|dd|hh|mi|ss|ms|us|ns|dw|dy|epoch|century|decade|dow|doy)s?$/i;
const TYPE =
  /^(n?char|binary|signed|unsigned|date|datetime|time|year|decimal|double|float|json|utf8\w*|latin1|gbk|gb18030|ascii)$/i;
const DATE_FUNCTION =
  /^(date|time|datetime|timestamp)_?(diff|add|sub|trunc|part|name|bucket)(_big)?$|^(extract|last_day|trunc|date_floor|toStartOfInterval)$/i;

/** Whether a bare name at this place is a unit of time, a character set or a type rather than a column. */
export function isWord(functionName: string, argument: string, index: number): boolean {
  if (/^convert$/i.test(functionName)) return index === 1 && TYPE.test(argument);
  return DATE_FUNCTION.test(functionName) && UNIT.test(argument);
}

/** The role of argument `index` of `count`, for functions whose arguments are not all values. */
export function roleOf(functionName: string, index: number, count: number): Role {
  const name = functionName.toLowerCase();
  const last = index === count - 1;
  switch (name) {
    case 'decode':
      // Hive's and PostgreSQL's decode(text, charset) is another function.
      if (count < 3) return 'value';
      return index === 0 || (index % 2 === 1 && !last) ? 'condition' : 'value';
    case 'multiif':
      return index % 2 === 0 && !last ? 'condition' : 'value';
    case 'if':
    case 'choose':
    case 'elt':
      return index === 0 ? 'condition' : 'value';
    case 'nullif':
      return index === 1 ? 'condition' : 'value';
    case 'argmax':
    case 'argmin':
    case 'arg_max':
    case 'arg_min':
    case 'max_by':
    case 'min_by':
      return index === 1 ? 'order' : 'value';
    case 'values_of_sequence':
    case 'grouping':
    case 'grouping_id':
      return 'condition';
    default:
      if (/^(count|sum|avg|min|max|any|uniq\w*|quantile\w*|grouparray|groupuniqarray)if$/.test(name)) {
        return last ? 'condition' : 'value';
      }
      return 'value';
  }
}

const AGGREGATE = new RegExp(
  `^(${[
    'count|sum|sum0|avg|mean|min|max|median|mode|product|every|some',
    'stddev\\w*|std|var(iance)?(_?pop|_?samp)?|corr|covar_?\\w+|regr_\\w+|skew\\w*|kurt\\w*|entropy',
    'percentile\\w*|quantile\\w*|approx_\\w+|ndv|hll_\\w+|bitmap_(union|agg|union_count)|histogram\\w*|topk\\w*',
    'array_(agg|concat_agg|union_agg|unique_agg)|group_?concat|list_?agg|string_agg|wm_concat|xmlagg|collect_\\w+|group_?(uniq)?array\\w*',
    'json_?b?_?(array|object|group)?_?_?agg|json_(array|object)agg|map_agg|multimap_agg|object_agg|map_union',
    'bool_(and|or)|bit_(and|or|xor)|bit(and|or|xor)_agg|logical_(and|or)|group_bit_\\w+|groupbit\\w+',
    'any_value|any_?last|any_?heavy|arbitrary|first|last|arg_?(max|min)|(max|min)_by|uniq\\w*|sumMap|checksum_agg|retention|window_?funnel|sequence\\w+',
    'count_if|sum_if|avg_if|count_big|approx_count_distinct|array_uniq_agg|any',
  ].join('|')})((if|state|merge|array|distinct|ornull|ordefault|foreach|map)*)$`,
  'i',
);
/** Whether a function or a typed node makes one value of many rows. */
export const isAggregate = (name: string): boolean => AGGREGATE.test(name);
