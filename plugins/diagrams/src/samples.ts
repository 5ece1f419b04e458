/** One diagram of each kind that uses everything that can be drawn; the tests draw them. */
export const SAMPLES = {
  flowchart: `accTitle: As-is: containers
accDescr: The client asks the API, which reads the store.
flowchart LR
  %% a comment
  subgraph core["Core"]
    direction TB
    api["API (main.py)"] -->|"reads & writes"| db[("PostgreSQL")]
  end
  subgraph Outside world
    client(["Client"])
  end
  client -- "re-asks <br/> twice" --> api
  api -.-> cache{{"Redis"}} & queue[[Queue]]
  api ==> ok{"ok?"}
  ok -- yes --> done(((Done))) --> again((again))
  ok -.->|no| plain(rounded)
  plain <--> bare-id
  plain --- ok`,
  sequence: `sequenceDiagram
  accTitle: Target: key overlap
  accDescr {
    The signer publishes a key,
    the verifier takes it.
  }
  participant A as Signer
  actor B as Verifier
  A->>+B: publish key 2
  Note over A,B: wait for the cache
  loop every minute
    B-->>-A: ok
  end
  alt good
    A-)B: sign
  else bad
    B->A: stop
  end
  B->>B: log`,
  state: `stateDiagram-v2
  accTitle: Target: connection
  accDescr: The states of a connection.
  direction LR
  state "Trying again" as retry
  [*] --> open
  open --> retry : lost
  state inner {
    x --> y
  }
  retry --> inner
  retry --> [*]`,
  class: `classDiagram
  accTitle: Target: errors
  accDescr: Two classes.
  class AppError {
    <<abstract>>
    +String code
    +log() void
  }
  AppError <|-- AuthError : is
  AuthError "1" --> "many" Attempt
  Attempt : +int count`,
  entity: `erDiagram
  accTitle: As-is: tables
  accDescr: Two tables.
  ORDER ||--o{ FILL : "has"
  ORDER {
    int id PK "key"
    text state
  }`,
} as const
