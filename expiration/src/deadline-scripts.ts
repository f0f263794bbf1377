/*
 * The steps that must be one in Redis, because several instances of expiration work at the same time.
 *
 *   order:<id>   hash: sequence, screeningId, dueAt ('' when the order holds no lock or its end was announced),
 *                gone ('1' when the order holds no lock), correlationId, causationId
 *   due          sorted set: orderId by when it is to be looked at next (dueAt, or later while an instance has it)
 *
 * What is done is kept for an hour, so that an older lock that is delivered late does not come back to life.
 */

/** KEYS: order, due. ARGV: orderId, sequence, screeningId, firstDue, repeatedDue, now, correlationId, causationId. Returns dueAt or ''. */
export const SET_DEADLINE = `
local known = redis.call('HMGET', KEYS[1], 'sequence', 'dueAt', 'gone')
local sequence, knownSequence = tonumber(ARGV[2]), tonumber(known[1] or '-1')
if sequence < knownSequence then return '' end
local due = ARGV[4]
if sequence == knownSequence then
  if known[3] == '1' then return '' end
  due = ARGV[5]
  local knownDue = tonumber(known[2])
  -- Still to come: a message that was on its way for long makes it no later.
  if knownDue and knownDue > tonumber(ARGV[6]) and knownDue < tonumber(due) then due = known[2] end
end
redis.call('HSET', KEYS[1], 'sequence', ARGV[2], 'screeningId', ARGV[3], 'dueAt', due, 'gone', '0',
  'correlationId', ARGV[7], 'causationId', ARGV[8])
redis.call('PERSIST', KEYS[1])
redis.call('ZADD', KEYS[2], due, ARGV[1])
return due
`

/** KEYS: order, due. ARGV: orderId, sequence, seconds to keep. */
export const DROP_DEADLINE = `
local known = tonumber(redis.call('HGET', KEYS[1], 'sequence') or '-1')
if tonumber(ARGV[2]) < known then return 0 end
redis.call('HSET', KEYS[1], 'sequence', ARGV[2], 'dueAt', '', 'gone', '1')
redis.call('EXPIRE', KEYS[1], ARGV[3])
return redis.call('ZREM', KEYS[2], ARGV[1])
`

/**
 * KEYS: due. ARGV: now, until, limit. Takes what has passed, out of the others' sight until the lease ends. Returns
 * order ids.
 */
export const CLAIM_PASSED = `
local passed = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, orderId in ipairs(passed) do redis.call('ZADD', KEYS[1], ARGV[2], orderId) end
return passed
`

/** KEYS: order, due. ARGV: orderId, sequence, dueAt, seconds to keep. Only if it is still the one that was announced. */
export const REMOVE_ANNOUNCED = `
local known = redis.call('HMGET', KEYS[1], 'sequence', 'dueAt')
if known[1] ~= ARGV[2] or known[2] ~= ARGV[3] then return 0 end
redis.call('HSET', KEYS[1], 'dueAt', '')
redis.call('EXPIRE', KEYS[1], ARGV[4])
return redis.call('ZREM', KEYS[2], ARGV[1])
`

/** KEYS: order, due. ARGV: orderId. An entry to look at without a deadline: what belonged to it is lost or done. */
export const FORGET_STRAY = `
local due = redis.call('HGET', KEYS[1], 'dueAt')
if due and due ~= '' then return 0 end
return redis.call('ZREM', KEYS[2], ARGV[1])
`
