/** The tabs that the playground opens with: the story of a booking, in order. */
export interface Example {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

const screeningId = 'the id of a screening'
const orderId = 'the id of the order that CreateBestOrder made'
const idempotencyKey = 'any text; the same key gives the same order'

export const examples: readonly Example[] = [
  {
    query: `# What is on. The tabs above are examples:
# from left to right they tell the story of a booking.
query WhatIsOn {
  screenings(first: 5) {
    totalCount
    nodes {
      id
      startsAt
      availableCount
      movie { title runtimeMinutes genres }
      auditorium { name }
    }
  }
}
`,
  },
  {
    query: `# A browser keeps the session in a cookie;
# programs send the token as "Authorization: Bearer …".
mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    ... on SignedIn { user { id name email role } expiresAt }
    ... on EmailTaken { message }
  }
}
`,
    variables: { input: { name: 'Ada', email: 'ada@example.com', password: 'a long password' } },
  },
  {
    query: `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ... on SignedIn { user { id name role } expiresAt }
    ... on SignInRefused { message retryAfterSeconds }
  }
}
`,
    variables: { input: { email: 'ada@example.com', password: 'a long password' } },
  },
  {
    query: `# Every seat of a screening.
# With "afterVersion" only those that changed since.
query SeatMap($screeningId: ID!, $afterVersion: Int) {
  seatMap(screeningId: $screeningId, afterVersion: $afterVersion) {
    version
    full
    tickets {
      id
      status
      lockedUntil
      price { amount currency }
      seat { label kind }
    }
  }
}
`,
    variables: { screeningId, afterVersion: null },
  },
  {
    query: `# The same, live: run it, leave this tab running, and book in the next ones.
# First a snapshot, then what changes, as it changes.
subscription WatchSeats($screeningId: ID!) {
  seatMapChanged(screeningId: $screeningId) {
    version
    full
    tickets {
      status
      lockedUntil
      seat { label }
    }
  }
}
`,
    variables: { screeningId },
  },
  {
    query: `# Locks the best three seats together for you,
# until "expiresAt". createOrder takes seats of your choice.
mutation CreateBestOrder($input: CreateBestOrderInput!) {
  createBestOrder(input: $input) {
    ... on OrderAccepted { order { id status expiresAt remainingSeconds total { amount currency } tickets { seat { label } } } }
    ... on OrderRefused { refusal { code message } }
  }
}
`,
    variables: { input: { screeningId, count: 3, idempotencyKey } },
  },
  {
    query: `# Your order, now and whenever something happens to it.
subscription WatchOrder($orderId: ID!) {
  orderChanged(id: $orderId) {
    status
    remainingSeconds
    history { at status note }
  }
}
`,
    variables: { orderId },
  },
  {
    query: `# Within the time of the lock: the seats are yours for good.
mutation ReserveOrder($orderId: ID!, $idempotencyKey: String!) {
  reserveOrder(orderId: $orderId, idempotencyKey: $idempotencyKey) {
    ... on OrderAccepted { order { id status history { at status note } } }
    ... on OrderRefused { refusal { code message } }
  }
}
`,
    variables: { orderId, idempotencyKey },
  },
  {
    query: `query MyOrders {
  me { name email }
  myOrders(first: 10) {
    nodes {
      id
      status
      createdAt
      total { amount currency }
      screening { startsAt movie { title } }
      tickets { seat { label } }
      refusal { code message }
    }
  }
}
`,
  },
]
