/** A request: kind Redis of mygroup.org/v1alpha1, as promise.yaml describes it. */
export interface Request {
  readonly apiVersion: 'mygroup.org/v1alpha1'
  readonly kind: 'Redis'
  readonly metadata: {
    readonly name: string
    readonly namespace: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly spec?: Spec
  readonly status?: Readonly<Record<string, unknown>>
}

export interface Spec {
  /**
   * How big it is
   * Default: "small"
   */
  readonly size: 'small' | 'large'
}
