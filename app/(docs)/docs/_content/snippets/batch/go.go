// Sends several messages in one call and shows which of them were rejected, and why.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

var client = &http.Client{Timeout: 60 * time.Second}

type message struct {
	From           string `json:"from"`
	To             string `json:"to"`
	Body           string `json:"body"`
	IdempotencyKey string `json:"idempotency_key"`
}

type answer struct {
	Accepted int `json:"accepted"`
	Rejected int `json:"rejected"`
	Data     []struct {
		Index     int    `json:"index"`
		MessageID string `json:"message_id"`
		Code      string `json:"code"`
		Detail    string `json:"detail"`
	} `json:"data"`
	Detail string `json:"detail"` // 401, 402 and 422 concern the whole call and say here what to correct.
}

func sendBatch(messages []message) (result answer, err error) {
	body, err := json.Marshal(map[string]any{"messages": messages})
	if err != nil {
		return result, err
	}
	for attempt := 1; ; attempt++ {
		request, err := http.NewRequest("POST", "http://localhost:3000/api/sms/batch", bytes.NewReader(body))
		if err != nil {
			return result, err
		}
		request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
		request.Header.Set("Content-Type", "application/json")
		response, err := client.Do(request)
		if err != nil {
			return result, err
		}
		defer response.Body.Close()
		if response.StatusCode == 429 && attempt < 3 {
			seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
			time.Sleep(time.Duration(seconds) * time.Second)
			continue
		}
		err = json.NewDecoder(response.Body).Decode(&result)
		if err == nil && response.StatusCode != 200 {
			err = errors.New(result.Detail)
		}
		return result, err
	}
}

func uuid4() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func main() {
	log.SetFlags(0)
	recipients := []string{"48732129000", "48732129001", "12"}
	var messages []message
	for _, to := range recipients {
		messages = append(messages, message{
			From: "YourBrand",
			To:   to,
			Body: "We open at 9:00 tomorrow.",
			// Store the keys with your messages. Then you can send the same batch again without sending twice.
			IdempotencyKey: uuid4(),
		})
	}
	result, err := sendBatch(messages)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d accepted, %d rejected\n", result.Accepted, result.Rejected)
	for _, item := range result.Data {
		outcome := item.MessageID
		if outcome == "" {
			outcome = item.Code + ": " + item.Detail
		}
		fmt.Println(recipients[item.Index], outcome)
	}
}
