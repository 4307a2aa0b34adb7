package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/syntasso/kratix/api/v1alpha1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
	podutil "k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/batch"
	batchconversion "k8s.io/kubernetes/pkg/apis/batch/v1"
	batchvalidation "k8s.io/kubernetes/pkg/apis/batch/validation"
	"k8s.io/kubernetes/pkg/capabilities"
)

// What Kratix puts before and after what the user writes.
var (
	kratixMounts = []corev1.VolumeMount{
		{MountPath: "/kratix/input", Name: "shared-input", ReadOnly: true},
		{MountPath: "/kratix/output", Name: "shared-output"},
		{MountPath: "/kratix/metadata", Name: "shared-metadata"},
	}
	kratixVolumes = []corev1.Volume{
		emptyVolume("shared-input"), emptyVolume("shared-output"), emptyVolume("shared-metadata"),
	}
)

func init() {
	// As every API server runs that Kubernetes' own tools set up.
	capabilities.Initialize(capabilities.Capabilities{AllowPrivileged: true})
}

const jobUID = "00000000-0000-4000-8000-000000000000"

func emptyVolume(name string) corev1.Volume {
	return corev1.Volume{Name: name, VolumeSource: corev1.VolumeSource{EmptyDir: &corev1.EmptyDirVolumeSource{}}}
}

func kratixContainer(name string) corev1.Container {
	return corev1.Container{Name: name, Image: "kratix"}
}

// judgeJob creates the Job of a pipeline as Kratix's webhook has the API server do on trial. The
// shape is that of today's Kratix (kratix.md 3.5): the module that can be had runs the last container
// of a delete pipeline after the others, and knows no restartPolicy.
func judgeJob(promise, id string, action v1alpha1.Action, pipeline v1alpha1.Pipeline, restart, path string, found *refusals) {
	job := jobOf(promise, id, action, pipeline, restart)
	before := len(job.Spec.Template.Spec.Volumes) - len(pipeline.Spec.Volumes)
	batchconversion.SetObjectDefaults_Job(job)
	internal := &batch.Job{}
	if err := batchconversion.Convert_v1_Job_To_batch_Job(job, internal, nil); err != nil {
		found.add("job", path, err.Error())
		return
	}
	options := batchvalidation.JobValidationOptions{
		PodValidationOptions:  podutil.GetValidationOptionsFromPodTemplate(&internal.Spec.Template, nil),
		RequirePrefixedLabels: true,
	}
	for _, err := range batchvalidation.ValidateJob(internal, options) {
		if err.Type == field.ErrorTypeNotFound && isVolume(job, err.BadValue) {
			continue // a volume with a fault of its own, which is told
		}
		if err.Field == "spec.template.spec.serviceAccountName" && pipeline.Spec.RBAC.ServiceAccount == "" {
			found.add("job", path+".metadata.name", err.ErrorBody())
			continue
		}
		found.add("job", path+placeInPipeline(err.Field, len(pipeline.Spec.Containers), before), err.ErrorBody())
	}
}

func isVolume(job *batchv1.Job, name any) bool {
	return slices.ContainsFunc(job.Spec.Template.Spec.Volumes, func(one corev1.Volume) bool { return one.Name == name })
}

func jobOf(promise, id string, action v1alpha1.Action, pipeline v1alpha1.Pipeline, restart string) *batchv1.Job {
	initial := []corev1.Container{kratixContainer("reader")}
	for _, one := range pipeline.Spec.Containers {
		container := corev1.Container{
			Name:            one.Name,
			Image:           one.Image,
			Args:            one.Args,
			Command:         one.Command,
			Env:             one.Env,
			EnvFrom:         one.EnvFrom,
			ImagePullPolicy: one.ImagePullPolicy,
			SecurityContext: one.SecurityContext,
			VolumeMounts:    append(append([]corev1.VolumeMount{}, kratixMounts...), one.VolumeMounts...),
		}
		if one.Resources != nil {
			container.Resources = *one.Resources
		}
		initial = append(initial, container)
	}
	volumes := append([]corev1.Volume{}, kratixVolumes...)
	if action == v1alpha1.WorkflowActionConfigure {
		initial = append(initial, kratixContainer("work-writer"))
		volumes = append([]corev1.Volume{emptyVolume("promise-scheduling")}, volumes...)
	}
	if restart == "" {
		restart = string(corev1.RestartPolicyOnFailure)
	}
	account := pipeline.Spec.RBAC.ServiceAccount
	if account == "" {
		account = id
	}
	labels := map[string]string{"kratix.io/promise-name": promise, "kratix.io/pipeline-name": pipeline.GetName()}
	for key, value := range pipeline.GetLabels() {
		labels[key] = value
	}
	return &batchv1.Job{
		ObjectMeta: metav1.ObjectMeta{Name: "kratix-job", Namespace: "default", UID: jobUID, Labels: labels},
		Spec: batchv1.JobSpec{
			BackoffLimit: pipeline.Spec.JobOptions.BackoffLimit,
			Selector:     &metav1.LabelSelector{MatchLabels: map[string]string{batch.ControllerUidLabel: jobUID}},
			Template: corev1.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: selected(labels), Annotations: pipeline.GetAnnotations()},
				Spec: corev1.PodSpec{
					RestartPolicy:      corev1.RestartPolicy(restart),
					ServiceAccountName: account,
					InitContainers:     initial,
					Containers:         []corev1.Container{kratixContainer("status-writer")},
					ImagePullSecrets:   pipeline.Spec.ImagePullSecrets,
					Volumes:            append(volumes, pipeline.Spec.Volumes...),
					NodeSelector:       pipeline.Spec.NodeSelector,
					Tolerations:        pipeline.Spec.Tolerations,
				},
			},
		},
	}
}

// selected adds the labels that the API server gives the Pods of a Job, where they are not set.
func selected(labels map[string]string) map[string]string {
	all := map[string]string{
		batch.LegacyJobNameLabel:       "kratix-job",
		batch.JobNameLabel:             "kratix-job",
		batch.LegacyControllerUidLabel: jobUID,
		batch.ControllerUidLabel:       jobUID,
	}
	for key, value := range labels {
		all[key] = value
	}
	return all
}

var (
	initContainer = regexp.MustCompile(`^spec\.template\.spec\.initContainers\[(\d+)\](.*)$`)
	podVolume     = regexp.MustCompile(`^spec\.template\.spec\.volumes\[(\d+)\](.*)$`)
	volumeMount   = regexp.MustCompile(`^\.volumeMounts\[(\d+)\](.*)$`)
)

// placeInPipeline says where in the pipeline a field of its Job comes from.
func placeInPipeline(field string, containers, volumesBefore int) string {
	if found := initContainer.FindStringSubmatch(field); found != nil {
		at, _ := strconv.Atoi(found[1])
		rest := found[2]
		if at < 1 || at > containers {
			// Kratix's own, which the user's got in the way of.
			return ".spec.containers"
		}
		if mount := volumeMount.FindStringSubmatch(rest); mount != nil {
			index, _ := strconv.Atoi(mount[1])
			rest = fmt.Sprintf(".volumeMounts[%d]%s", index-len(kratixMounts), mount[2])
		}
		return fmt.Sprintf(".spec.containers[%d]%s", at-1, rest)
	}
	if found := podVolume.FindStringSubmatch(field); found != nil {
		at, _ := strconv.Atoi(found[1])
		return fmt.Sprintf(".spec.volumes[%d]%s", at-volumesBefore, found[2])
	}
	switch {
	case field == "spec.backoffLimit":
		return ".spec.jobOptions.backoffLimit"
	case field == "spec.template.spec.serviceAccountName":
		return ".spec.rbac.serviceAccount"
	case strings.HasPrefix(field, "spec.template.metadata.labels"), strings.HasPrefix(field, "metadata.labels"):
		return ".metadata.labels"
	case strings.HasPrefix(field, "spec.template.metadata.annotations"):
		return ".metadata.annotations"
	case strings.HasPrefix(field, "spec.template.spec."):
		return strings.TrimPrefix(field, "spec.template")
	default:
		return ""
	}
}
