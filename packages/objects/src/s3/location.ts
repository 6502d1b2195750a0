/** A bucket of S3, or of what speaks its protocol: Google Cloud Storage, MinIO, Ceph. */
export interface BucketLocation {
  readonly bucket: string;
  /** Before all keys: empty, or ending with a slash. */
  readonly prefix: string;
  readonly region: string;
  /** The server's address; undefined for Amazon's of the region. */
  readonly endpoint: string | undefined;
}

export interface BucketCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The address of the bucket, without a slash at its end. */
export function bucketAddress({ bucket, region, endpoint }: BucketLocation): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  // a dot in the host would not match Amazon's certificate
  return bucket.includes('.')
    ? `https://s3.${region}.amazonaws.com/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
}
