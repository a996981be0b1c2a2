import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { EnvSchema, parseEnv } from "@/lib/core/env";
import { version } from "@/lib/core/version";
import { healthOperations } from "@/lib/operations/health-operations";
import {
  deployFile,
  deployPath,
  findProgram,
  imageVariables,
  unknownSettings,
} from "@/lib/testing/deploy-files";

const Variable = z.object({ name: z.string(), value: z.string() });
const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const Container = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  env: z.array(Variable).default([]),
  envFrom: z.array(z.record(z.string(), z.object({ name: z.string() }))),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: Probe.optional(),
  livenessProbe: Probe.optional(),
  readinessProbe: Probe.optional(),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
  resources: z.object({ limits: z.object({ memory: z.string() }) }),
  securityContext: z.unknown(),
});
const Workload = z.object({
  kind: z.enum(["Deployment", "Job"]),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number().optional(),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        terminationGracePeriodSeconds: z.number().optional(),
        automountServiceAccountToken: z.literal(false),
        securityContext: z.record(z.string(), z.unknown()),
        containers: z.tuple([Container]),
        volumes: z.array(z.object({ name: z.string() }).loose()),
      }),
    }),
  }),
});
const Kustomization = z.object({
  resources: z.array(z.string()),
  images: z.tuple([z.object({ name: z.string(), newName: z.string(), newTag: z.string() })]),
});
const Manifest = z
  .object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.object({ name: z.string() }).loose(),
  })
  .loose();

const kustomization = Kustomization.parse(parse(deployFile("kubernetes/kustomization.yaml")));
const manifests = kustomization.resources.flatMap((file) =>
  parseAllDocuments(deployFile(`kubernetes/${file}`)).map((document) =>
    Manifest.parse(document.toJS()),
  ),
);
const ofKind = (kind: string) => manifests.filter((each) => each.kind === kind);
const workloads = [...ofKind("Deployment"), ...ofKind("Job")].map((each) => Workload.parse(each));
const deployments = workloads.filter(({ kind }) => kind === "Deployment");
const containerOf = ({ spec }: z.infer<typeof Workload>) => spec.template.spec.containers[0];
const settings = z
  .object({ data: z.record(z.string(), z.string()) })
  .parse(ofKind("ConfigMap")[0]).data;

test("every file of the folder is applied", () => {
  const files = readdirSync(deployPath("kubernetes")).filter(
    (name) => name !== "kustomization.yaml",
  );
  expect(files.sort()).toEqual(kustomization.resources.toSorted());
});

/** The type that describes each kind, of the package kubernetes-types. */
const types: Record<string, string> = {
  Namespace: "core/v1",
  ConfigMap: "core/v1",
  Service: "core/v1",
  PersistentVolumeClaim: "core/v1",
  Deployment: "apps/v1",
  Job: "batch/v1",
  PodDisruptionBudget: "policy/v1",
  Ingress: "networking/v1",
};

/** What the compiler says about these manifests as literals of their types: fields that are missing, unknown, or wrong. */
function faultsOf(all: z.infer<typeof Manifest>[]): string[] {
  const lines = all.map(({ kind, ...rest }, place) => {
    const type = `import("kubernetes-types/${types[kind]}").${kind}`;
    return `export const m${place}: ${type} = ${JSON.stringify({ kind, ...rest })};`;
  });
  const name = deployPath("manifests.ts");
  const options = { strict: true, noEmit: true, skipLibCheck: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.getSourceFile = (path, ...more) =>
    path === name
      ? ts.createSourceFile(path, lines.join("\n"), ts.ScriptTarget.ES2022)
      : getSourceFile(path, ...more);
  const program = ts.createProgram(
    [name],
    { ...options, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

test("every manifest has the fields that Kubernetes knows, and those that it wants", () => {
  expect(manifests.length).toBeGreaterThan(10);
  expect(faultsOf(manifests)).toEqual([]);
});

test("a field that Kubernetes doesn't know would be found", () => {
  const [service] = ofKind("Service");
  expect(service).toBeDefined();
  const wrong = manifests.slice(0, 1).map((each) => ({ ...each, kindd: 1 }));
  expect(faultsOf(wrong).join()).toContain("kindd");
});

test("every setting exists and holds, together with those of the secret", () => {
  const own = workloads.flatMap((each) => containerOf(each).env);
  expect(unknownSettings([...Object.keys(settings), ...own.map(({ name }) => name)])).toEqual([]);
  const secret = {
    DATABASE_URL: "postgres://depesza:secret@db.example.com:5432/depesza",
    AUTH_SECRET: "s".repeat(64),
    CARRIER_WEBHOOK_SECRET: "s".repeat(48),
  };
  for (const each of workloads) {
    const variables = Object.fromEntries(
      containerOf(each).env.map(({ name, value }) => [name, value]),
    );
    expect(() => parseEnv({ ...settings, ...secret, ...variables })).not.toThrow();
  }
  expect(Object.keys(settings).filter((name) => name in secret)).toEqual([]);
});

test("each role but the one that is everything has its pods, and the job migrates", () => {
  const roles = deployments.map(
    (each) => containerOf(each).env.find(({ name }) => name === "ROLE")?.value,
  );
  const wanted = EnvSchema.shape.ROLE.unwrap().options.filter((role) => role !== "all");
  expect(roles.toSorted()).toEqual(wanted.toSorted());
  for (const { metadata, spec } of deployments) {
    expect(metadata.name).toBe(
      `depesza-${spec.template.metadata.labels["app.kubernetes.io/component"]}`,
    );
  }
  const job = workloads.find(({ kind }) => kind === "Job");
  expect(job && containerOf(job).command).toEqual(["node", "deploy/depesza.mjs", "migrate"]);
});

test("the image is the one of this version, and nothing else is run", () => {
  const [{ name, newTag }] = kustomization.images;
  expect(newTag).toBe(version);
  for (const each of workloads) expect(containerOf(each).image).toBe(name);
});

describe.each(deployments.map((each) => [each.metadata.name, each] as const))(
  "%s",
  (name, deployment) => {
    const { startupProbe, livenessProbe, readinessProbe, ports } = containerOf(deployment);
    const probes = [startupProbe, livenessProbe, readinessProbe];

    test("is probed at calls that exist, on the port that it serves", () => {
      if (name === "depesza-worker") {
        expect([...probes.filter(Boolean), ...ports]).toEqual([]);
        return;
      }
      const paths = probes.map((probe) => probe?.httpGet.path);
      expect(paths).toEqual(["/api/health/live", "/api/health/live", "/api/health/ready"]);
      const known: string[] = Object.values(healthOperations).map(({ path }) => path);
      expect(known).toEqual(expect.arrayContaining(paths));
      expect(ports).toEqual([
        { name: "http", containerPort: EnvSchema.shape.PORT.parse(undefined) },
      ]);
      for (const probe of probes) expect(probe?.httpGet.port).toBe("http");
    });

    test("gets longer to end than it needs", () => {
      const seconds = deployment.spec.template.spec.terminationGracePeriodSeconds;
      // Five of them pass before the signal.
      expect(seconds).toBeGreaterThan(15);
    });

    test("can write where it has to, and every volume is there", () => {
      const { containers, volumes } = deployment.spec.template.spec;
      const mounts = containers[0].volumeMounts;
      expect(mounts.map((each) => each.mountPath)).toEqual(
        expect.arrayContaining([imageVariables()["DATA_DIR"], "/tmp"]),
      );
      expect(volumes.map((each) => each.name).toSorted()).toEqual(
        mounts.map((each) => each.name).toSorted(),
      );
      const backups = containers[0].env.find((each) => each.name === "BACKUP_DIR")?.value;
      if (backups) expect(mounts.map((each) => each.mountPath)).toContain(backups);
    });
  },
);

test.each(workloads.map((each) => [each.metadata.name, each] as const))(
  "%s keeps to the Pod Security Standard that its namespace enforces",
  (_name, workload) => {
    expect(ofKind("Namespace")[0]).toHaveProperty("metadata.labels", {
      "pod-security.kubernetes.io/enforce": "restricted",
    });
    expect(workload.spec.template.spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(containerOf(workload).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  },
);

const Selecting = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({ selector: z.record(z.string(), z.unknown()) }),
});

test("every service and every budget selects the pods of one role", () => {
  const pods = deployments.map(({ spec }) => spec.template.metadata.labels);
  const selecting = [...ofKind("Service"), ...ofKind("PodDisruptionBudget")];
  expect(selecting).toHaveLength(4);
  for (const each of selecting) {
    const { metadata, spec } = Selecting.parse(each);
    const labels = "matchLabels" in spec.selector ? spec.selector["matchLabels"] : spec.selector;
    expect(pods.filter((pod) => JSON.stringify(pod) === JSON.stringify(labels))).toHaveLength(1);
    expect(labels).toMatchObject({
      "app.kubernetes.io/component": metadata.name.replace("depesza-", ""),
    });
  }
});

const Ingress = z.object({
  spec: z.object({
    rules: z.tuple([
      z.object({
        host: z.string(),
        http: z.object({
          paths: z.array(
            z.object({
              path: z.string(),
              pathType: z.literal("Prefix"),
              backend: z.object({ service: z.object({ name: z.string(), port: z.unknown() }) }),
            }),
          ),
        }),
      }),
    ]),
  }),
});

test.each([
  ["/", "web"],
  ["/messages", "web"],
  ["/api/sms", "api"],
  ["/api/webhooks/upstream/secret", "api"],
  ["/api/health/ready", "api"],
  ["/2010-04-01/Accounts/AC0/Messages.json", "api"],
  ["/api/auth/session", "web"],
  ["/api/panel/stream", "web"],
])("the ingress leads %s to %s", (path, role) => {
  const [{ host, http }] = Ingress.parse(ofKind("Ingress")[0]).spec.rules;
  expect(settings["APP_URL"]).toBe(`https://${host}`);
  const matching = http.paths.filter(
    (each) => each.path === "/" || path === each.path || path.startsWith(`${each.path}/`),
  );
  const longest = matching.toSorted((a, b) => b.path.length - a.path.length)[0];
  expect(longest?.backend.service).toEqual({ name: `depesza-${role}`, port: { name: "http" } });
  expect(ofKind("Service").map(({ metadata }) => metadata.name)).toContain(`depesza-${role}`);
});

test("kubectl builds the manifests, all in one namespace and with the image's place", ({
  skip,
}) => {
  const kubectl = findProgram("kubectl");
  if (!kubectl) return skip();
  const built = spawnSync(kubectl, ["kustomize", deployPath("kubernetes")], { encoding: "utf8" });
  expect(built).toMatchObject({ status: 0 });
  const objects = parseAllDocuments(built.stdout).map((each) => Manifest.parse(each.toJS()));
  expect(objects).toHaveLength(manifests.length);
  for (const { kind, metadata } of objects) {
    expect(metadata).toMatchObject(
      kind === "Namespace" ? { name: "depesza" } : { namespace: "depesza" },
    );
  }
  const [{ newName, newTag }] = kustomization.images;
  expect(built.stdout.match(/image: .+/g)).toEqual(
    workloads.map(() => `image: ${newName}:${newTag}`),
  );
});
