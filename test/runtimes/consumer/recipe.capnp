using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    # The same Worker once more, with a memory of its own, as in another place.
    (name = "elsewhere", worker = .elsewhere),
    # Its address is given on the command line.
    (name = "jobs", external = (address = "127.0.0.1:1", http = ())),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "elsewhere", address = "127.0.0.1:0", http = (), service = "elsewhere"),
  ],
);

const main :Workerd.Worker = (
  modules = [(name = "recipe.js", esModule = embed "recipe.js")],
  compatibilityDate = "2025-06-01",
  bindings = [
    (name = "OPENTRAIN_WEBHOOK_SECRET", fromEnvironment = "OPENTRAIN_WEBHOOK_SECRET"),
    (name = "JOBS", queue = "jobs"),
    (name = "INBOX", durableObjectNamespace = "EventInbox"),
  ],
  durableObjectNamespaces = [(className = "EventInbox", uniqueKey = "inbox")],
  durableObjectStorage = (inMemory = void),
);

const elsewhere :Workerd.Worker = (
  modules = [(name = "recipe.js", esModule = embed "recipe.js")],
  compatibilityDate = "2025-06-01",
  bindings = [
    (name = "OPENTRAIN_WEBHOOK_SECRET", fromEnvironment = "OPENTRAIN_WEBHOOK_SECRET"),
    (name = "JOBS", queue = "jobs"),
    (name = "INBOX", durableObjectNamespace = (className = "EventInbox", serviceName = "main")),
  ],
);
